package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Kind;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything in a transaction looks at the order of lists, or of identities. A list that is only searched, counted,
 * filtered and extended is a bag: states that differ in its order behave alike. If identities are never sorted or drawn by
 * lot, members of one role can be exchanged for one another (Ip and Dill, "Better Verification Through Symmetry", 1996).
 *
 * <p>Lists are told apart by what they hold: the name of a record, or the kind of a scalar.
 */
final class ListOrder {
    private static final String LISTS = "list";

    private final Set<String> ordered = new LinkedHashSet<>();

    /** For what a list is made of, what the lists are made of that it is mapped to. */
    private final Map<String, Set<String>> mapped = new LinkedHashMap<>();

    private boolean everything;
    private boolean comparesIdentities;

    ListOrder(ProtocolModel model) {
        ordered.add(LISTS);
        model.functions().forEach(this::function);
        model.actors().forEach(this::actor);
        for (PropertyModel property : model.properties()) {
            term(property.condition());
        }
        for (CompositionModel composition : model.compositions()) {
            composition.arguments().forEach(this::outside);
        }
        for (ActorModel actor : model.actors()) {
            comparesIdentities |= ordered.contains(actor.name());
        }
        spread();
    }

    /** If the order of what a list is mapped to matters, its own does. */
    private void spread() {
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Set<String>> entry : mapped.entrySet()) {
                if (entry.getValue().stream().anyMatch(ordered::contains)) {
                    more |= ordered.add(entry.getKey());
                }
            }
        }
    }

    /** Whether the order of a list matters. */
    boolean matters(ValueList list) {
        if (everything || list.size() == 0) {
            return everything;
        }
        Value first = list.get(0);
        return ordered.contains(first instanceof Struct struct ? struct.shape().name() : holding(first.kind()));
    }

    /** Whether exchanging members of a role for one another may make a difference. */
    boolean comparesIdentities() {
        return comparesIdentities;
    }

    private static String holding(Kind kind) {
        return kind == Kind.LIST || kind == Kind.MAP || kind == Kind.ABSENT ? LISTS : kind.name();
    }

    /** What lists of a type hold; of a type variable, anything. */
    private @Nullable String holding(Type element) {
        if (element instanceof Type.RecordOf record) {
            return record.record().name();
        }
        if (element instanceof Type.EnumOf) {
            return Kind.ENUM_MEMBER.name();
        }
        if (element.descriptor() instanceof TypeDescriptor.Primitive primitive) {
            return primitive.kind().name();
        }
        return element instanceof Type.Variable ? null : LISTS;
    }

    private void orderMatters(Type type) {
        if (type instanceof Type.ListOf list) {
            String held = holding(list.element());
            everything |= held == null;
            if (held != null) {
                ordered.add(held);
            }
        } else if (type instanceof Type.MapOf map) {
            comparesIdentities |= hasIdentity(map.key());
        }
    }

    private static boolean hasIdentity(Type type) {
        return !(type instanceof Type.EnumOf
                || type == Type.Scalar.INT
                || type == Type.Scalar.UINT
                || type == Type.Scalar.FIXED
                || type == Type.Scalar.BOOL
                || type == Type.Scalar.DURATION
                || type == Type.Scalar.TIMESTAMP
                || type == Type.Scalar.STRING);
    }

    /** Everything in values of a type is compared, hashed or seen by others. */
    private void compared(Type type) {
        if (type instanceof Type.ListOf list) {
            orderMatters(type);
            compared(list.element());
        } else if (type instanceof Type.MapOf map) {
            compared(map.key());
            compared(map.value());
        } else if (type instanceof Type.RecordOf record) {
            for (FieldModel field : record.record().fields()) {
                compared(field.type());
            }
        } else if (type instanceof Type.Variable) {
            everything = true;
        }
    }

    private void outside(Term term) {
        compared(term.type());
        term(term);
    }

    private void function(FunctionModel function) {
        statements(function.body());
    }

    private void statements(List<StatementModel> statements) {
        for (StatementModel statement : statements) {
            if (statement instanceof StatementModel.Return back) {
                term(back.value());
            } else if (statement instanceof StatementModel.SetLocal set) {
                term(set.value());
            } else if (statement instanceof StatementModel.SetElement set) {
                everything |= set.index().type() instanceof Type.Scalar index && index.isInteger();
                term(set.index());
                term(set.value());
            } else if (statement instanceof StatementModel.ForEach loop) {
                orderMatters(loop.iterable().type());
                term(loop.iterable());
                statements(loop.body());
            }
        }
    }

    private void actor(ActorModel actor) {
        for (TransitionModel transition : actor.transitions()) {
            optional(transition.guard());
            operations(transition.then().operations());
            TransitionModel.Branch otherwise = transition.otherwise();
            operations(otherwise == null ? List.of() : otherwise.operations());
            if (transition.event() instanceof EventModel.OnCollect collect) {
                term(collect.threshold());
                optional(collect.condition());
                if (collect.agreement() != null) {
                    outside(collect.agreement());
                }
            }
        }
    }

    private void optional(@Nullable Term term) {
        if (term != null) {
            term(term);
        }
    }

    private void operations(List<OperationModel> operations) {
        for (OperationModel operation : operations) {
            if (operation instanceof OperationModel.Assign assign) {
                term(assign.value());
            } else if (operation instanceof OperationModel.AppendValue append) {
                term(append.value());
            } else if (operation instanceof OperationModel.Send send) {
                term(send.target());
                term(send.payload());
            } else if (operation instanceof OperationModel.Broadcast broadcast) {
                term(broadcast.recipients());
                term(broadcast.payload());
            } else if (operation instanceof OperationModel.AppendBlock block) {
                term(block.payload());
            }
        }
    }

    private void term(Term term) {
        if (term instanceof Term.FieldOf field) {
            if (field.type() == Type.Scalar.SIGNATURE) {
                compared(field.target().type()); // it is over all other fields
            }
            term(field.target());
        } else if (term instanceof Term.ElementOf element) {
            if (element.target().type() instanceof Type.ListOf) {
                orderMatters(element.target().type());
            }
            term(element.target());
            term(element.index());
        } else if (term instanceof Term.Binary binary) {
            boolean withNull =
                    binary.left().type() == Type.Special.NULL || binary.right().type() == Type.Special.NULL;
            if (!withNull
                    && (binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL)) {
                compared(binary.left().type());
                compared(binary.right().type());
            }
            term(binary.left());
            term(binary.right());
        } else if (term instanceof Term.Not not) {
            term(not.operand());
        } else if (term instanceof Term.Negate negate) {
            term(negate.operand());
        } else if (term instanceof Term.Conditional conditional) {
            term(conditional.condition());
            term(conditional.whenTrue());
            term(conditional.whenFalse());
        } else if (term instanceof Term.CallFunction call) {
            call.arguments().forEach(this::term);
        } else if (term instanceof Term.CallBuiltin call) {
            builtin(call);
        } else if (term instanceof Term.CallNative call) {
            call.arguments().forEach(this::outside);
        } else if (term instanceof Term.Lambda lambda) {
            term(lambda.body());
        } else if (term instanceof Term.ListOf list) {
            list.elements().forEach(this::term);
        } else if (term instanceof Term.RecordOf record) {
            record.fields().forEach(this::term);
        } else if (term instanceof Term.Widen widen) {
            term(widen.integer());
        } else if (term instanceof Term.NotNegative number) {
            term(number.integer());
        }
    }

    private void builtin(Term.CallBuiltin call) {
        List<Term> arguments = call.arguments();
        Builtin builtin = call.builtin();
        switch (builtin) {
            case LENGTH, FILTER, COUNT, ALL, ANY, CONCAT, APPEND, SUM, MIN, MAX, NOW, SESSION, RANDOM_BYTES -> arguments
                    .forEach(this::term);
            case MAP -> {
                arguments.forEach(this::term);
                maps(arguments.get(0).type(), call.type());
            }
            case FIND, REDUCE, TAKE -> {
                orderMatters(arguments.get(0).type());
                arguments.forEach(this::term);
            }
            case SORT, SEEDED_SAMPLE -> {
                comparesIdentities = true;
                arguments.forEach(this::outside);
            }
            case KEYS, VALUES -> {
                orderMatters(arguments.get(0).type());
                orderMatters(call.type());
                arguments.forEach(this::term);
            }
            case DISTINCT, CONTAINS, REMOVE, SET_EQUALS -> {
                if (arguments.get(0).type() instanceof Type.ListOf list) {
                    compared(list.element());
                }
                arguments.forEach(this::term);
            }
            default -> arguments.forEach(this::outside);
        }
    }

    private void maps(Type from, Type to) {
        if (from instanceof Type.ListOf source && to instanceof Type.ListOf result) {
            String held = holding(source.element());
            String made = holding(result.element());
            if (held == null || made == null) {
                everything = true;
            } else {
                mapped.computeIfAbsent(held, name -> new LinkedHashSet<>()).add(made);
            }
        }
    }
}
