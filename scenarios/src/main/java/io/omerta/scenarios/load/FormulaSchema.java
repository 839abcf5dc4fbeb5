package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.study.FormulaStudy;
import java.util.List;

/** Declares the study of the documents' tables. */
final class FormulaSchema {
    static final UnionSchema.Kind<FormulaStudy> KIND = new UnionSchema.Kind<>(
            "formulas",
            "The tables and the worked example of the documents, computed from the formulas.",
            ObjectSchema.of("formulas", List.of(), fields -> new FormulaStudy()));

    private FormulaSchema() {}
}
