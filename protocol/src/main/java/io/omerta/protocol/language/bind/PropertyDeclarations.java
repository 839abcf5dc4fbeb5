package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares invariants and eventualities, in the order of the text. */
final class PropertyDeclarations {
    private final BindLog log;
    private final Symbols symbols;
    private final List<PropertyModel> models = new ArrayList<>();

    private PropertyDeclarations(BindLog log, Symbols symbols) {
        this.log = log;
        this.symbols = symbols;
    }

    static List<PropertyModel> declare(BindLog log, Symbols symbols, Declarations declarations) {
        PropertyDeclarations properties = new PropertyDeclarations(log, symbols);
        for (Declaration declaration : declarations.all(Declaration.class)) {
            if (declaration instanceof Declaration.Invariant invariant) {
                properties.add(invariant.name(), null, invariant.condition(), invariant.description());
            } else if (declaration instanceof Declaration.Eventually eventually) {
                ParameterModel deadline =
                        ParameterDeclarations.timeSpan(log, symbols.parameters(), eventually.deadline());
                properties.add(eventually.name(), deadline, eventually.condition(), eventually.description());
            }
        }
        return properties.models;
    }

    private void add(
            Name name,
            @Nullable ParameterModel deadline,
            Body<Expression> condition,
            Expression.@Nullable StringLiteral description) {
        Scope scope = Scope.ofProperty(name.text());
        Expressions expressions = new Expressions(symbols, scope, log);
        for (Expression expression : condition) {
            Term term = expressions.condition(expression, "a property");
            models.add(new PropertyModel(
                    name.text(), deadline, term, scope.size(), TypeDeclarations.text(description), name.span()));
        }
    }
}
