package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What properties look at: which variables of which actors, and with which states they compare. */
final class PropertyScope {
    private static final int STATE_FIELD = 0;

    private final Map<String, Reads> reads = new LinkedHashMap<>();

    /** What is looked at in one actor. */
    static final class Reads {
        private boolean everything;
        private boolean everyState;

        /** Places of fields of the view but the state's. */
        private final Set<Integer> fields = new LinkedHashSet<>();

        private final Set<String> states = new LinkedHashSet<>();

        boolean isOfEverything() {
            return everything;
        }

        Set<Integer> fields() {
            return fields;
        }

        /** Whether it can be told apart from other states that an actor is in this one. */
        boolean tells(String state) {
            return everything || everyState || states.contains(state);
        }
    }

    /** @param actors whose instances properties can look at */
    PropertyScope(List<ActorModel> actors) {
        actors.forEach(actor -> reads.put(actor.name(), new Reads()));
    }

    /**
     * The only actor that a property is about, if it says something of each instance by itself: then it holds of all
     * together if it holds of each. Else null.
     */
    static @Nullable String subject(Term condition) {
        if (condition instanceof Term.CallBuiltin call
                && call.builtin() == Builtin.ALL
                && call.arguments().get(0) instanceof Term.Instances instances
                && !mentionsInstances(call.arguments().get(1))) {
            return instances.actor().name();
        }
        return null;
    }

    private static boolean mentionsInstances(Term term) {
        return term instanceof Term.Instances || parts(term).stream().anyMatch(PropertyScope::mentionsInstances);
    }

    /** Notes what a condition looks at. */
    void add(Term condition) {
        look(condition, false);
    }

    /** What is looked at in an actor. */
    Reads of(String actor) {
        return reads.getOrDefault(actor, new Reads());
    }

    /** @param harmless whether the place of the term looks only at what other terms name */
    private void look(Term term, boolean harmless) {
        if (!harmless) {
            whole(term.type());
        }
        if (term instanceof Term.FieldOf field) {
            Reads of = view(field.target().type());
            if (of != null) {
                if (field.field() == STATE_FIELD) {
                    of.everyState = true;
                } else {
                    of.fields.add(field.field());
                }
            }
            look(field.target(), of != null);
        } else if (term instanceof Term.Binary binary
                && lookAtState(binary.operator(), binary.left(), binary.right())) {
            return;
        } else if (term instanceof Term.CallBuiltin call && isOverElements(call.builtin())) {
            look(call.arguments().get(0), true);
            call.arguments().subList(1, call.arguments().size()).forEach(part -> look(part, false));
        } else if (!(term instanceof Term.Instances)) {
            parts(term).forEach(part -> look(part, false));
        }
    }

    /** Whether a comparison is of an instance's state with a certain one; then it is noted. */
    private boolean lookAtState(BinaryOperator operator, Term left, Term right) {
        if ((operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL)
                && left instanceof Term.FieldOf field
                && field.field() == STATE_FIELD
                && right instanceof Term.Constant constant
                && constant.value() instanceof Value.EnumMember member) {
            Reads of = view(field.target().type());
            if (of != null) {
                of.states.add(member.name());
                look(field.target(), true);
                return true;
            }
        }
        return false;
    }

    private static boolean isOverElements(Builtin builtin) {
        return switch (builtin) {
            case ALL, ANY, COUNT, FILTER, FIND, MAP, LENGTH -> true;
            default -> false;
        };
    }

    /** A view that is used as a whole may be looked at as a whole. */
    private void whole(Type type) {
        if (type instanceof Type.ListOf list) {
            whole(list.element());
        } else {
            Reads of = view(type);
            if (of != null) {
                of.everything = true;
            }
        }
    }

    private @Nullable Reads view(Type type) {
        return type instanceof Type.RecordOf of && isView(of.record())
                ? reads.get(of.record().name())
                : null;
    }

    private static boolean isView(RecordModel record) {
        return !record.fields().isEmpty()
                && record.fields().get(STATE_FIELD).name().equals(ActorModel.VIEW_STATE);
    }

    private static List<Term> parts(Term term) {
        if (term instanceof Term.FieldOf field) {
            return List.of(field.target());
        } else if (term instanceof Term.ElementOf element) {
            return List.of(element.target(), element.index());
        } else if (term instanceof Term.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (term instanceof Term.Not not) {
            return List.of(not.operand());
        } else if (term instanceof Term.Negate negate) {
            return List.of(negate.operand());
        } else if (term instanceof Term.Conditional conditional) {
            return List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
        } else if (term instanceof Term.CallFunction call) {
            return call.arguments();
        } else if (term instanceof Term.CallBuiltin call) {
            return call.arguments();
        } else if (term instanceof Term.CallNative call) {
            return call.arguments();
        } else if (term instanceof Term.Lambda lambda) {
            return List.of(lambda.body());
        } else if (term instanceof Term.ListOf list) {
            return list.elements();
        } else if (term instanceof Term.RecordOf record) {
            return record.fields();
        } else if (term instanceof Term.Widen widen) {
            return List.of(widen.integer());
        } else if (term instanceof Term.NotNegative number) {
            return List.of(number.integer());
        }
        return List.of();
    }
}
