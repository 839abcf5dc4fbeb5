package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.study.EconomicStudy;
import java.util.List;

/** Lists the kinds of economic study; each is declared in a class of its own. */
final class EconomySchema {
    static final SchemaNode<EconomicStudy> UNION =
            UnionSchema.of("a study of the economy", "type", List.of(SocietySchema.KIND, FormulaSchema.KIND));

    private EconomySchema() {}
}
