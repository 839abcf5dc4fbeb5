package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What hosts may answer when machines ask for chains, peers or native functions: the values that were given for a
 * question, or a few of its type. Heads of chains are known to everybody and do not change.
 */
final class HostAnswers {
    /** Answers of a struct, where every combination of fields would be too many. */
    private static final int STRUCTS_MAX = 1;

    private static final int SEGMENT_BYTES = 32;
    private static final String CHAIN_STATE = "ChainState";

    private final SymbolicTerms terms;
    private final Domains domains;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, List<Value>> given = new LinkedHashMap<>();
    private final Map<Value, Integer> questions = new LinkedHashMap<>();
    private final Map<Value, Answer> answers = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if an answer is for no question of the transaction, or not of its type */
    HostAnswers(
            ProtocolModel model,
            Session session,
            SymbolicTerms terms,
            Domains domains,
            Map<String, List<String>> answers) {
        this.terms = terms;
        this.domains = domains;
        addTypes(model);
        answers.forEach((question, texts) -> {
            Type type = types.get(question);
            if (type == null) {
                List<String> near = Spelling.suggest(question, types.keySet());
                throw new IllegalArgumentException("no host is asked " + question
                        + (near.isEmpty()
                                ? "; the questions are " + String.join(", ", types.keySet())
                                : "; did you mean " + String.join(" or ", near) + "?"));
            }
            List<Value> values = new ArrayList<>();
            for (String text : texts) {
                ValueReader reader = new ValueReader(session, domains, text);
                values.add(reader.value(question, type));
                if (!reader.isAtEnd()) {
                    throw new IllegalArgumentException("\"" + text + "\": one answer of type " + type.notation()
                            + " was expected; separate several with |");
                }
            }
            given.put(question, values);
        });
    }

    private void addTypes(ProtocolModel model) {
        types.put("READ.head_hash", Type.Scalar.HASH);
        types.put("READ.head_height", Type.Scalar.UINT);
        types.put("READ.balance", Type.Scalar.UINT);
        types.put("READ.trust", Type.Scalar.UINT);
        types.put("READ.age", Type.Scalar.DURATION);
        types.put("READ.last_contact", Type.Scalar.TIMESTAMP);
        types.put(Builtin.CHAIN_CONTAINS.name(), Type.Scalar.BOOL);
        types.put(Builtin.CHAIN_CONTAINS_HASH.name(), Type.Scalar.BOOL);
        types.put(Builtin.VERIFY_CHAIN_SEGMENT.name(), Type.Scalar.BOOL);
        for (RecordModel struct : model.structs()) {
            if (struct.name().equals(CHAIN_STATE)) {
                types.put(Builtin.CHAIN_STATE_AT.name(), new Type.RecordOf(struct));
            }
        }
        for (NativeModel function : model.natives()) {
            types.put(function.name(), function.result());
        }
    }

    /** The answers that a host may give to a builtin; always the same for one question of one machine. */
    List<Answer> options(Member asked, Builtin builtin, List<Value> arguments) {
        String name =
                builtin == Builtin.READ ? builtin.name() + "." + ((Text) arguments.get(1)).text() : builtin.name();
        boolean ownView = builtin == Builtin.READ || arguments.get(0) instanceof Value.Absent;
        Value key =
                ValueList.of(ownView ? asked.peer() : Value.Absent.INSTANCE, new Text(name), ValueList.of(arguments));
        return answers(key, builtinOptions(asked, builtin, name, arguments, key));
    }

    private List<Value> builtinOptions(Member asked, Builtin builtin, String name, List<Value> arguments, Value key) {
        if (given.containsKey(name)) {
            return given.getOrDefault(name, List.of());
        }
        return switch (builtin) {
            case CHAIN_HEAD -> List.of(terms.known(asked.peer()));
            case CHAIN_SEGMENT -> List.of(terms.bytes(key, SEGMENT_BYTES));
            case READ -> name.endsWith(".head_hash") ? List.of(terms.known(arguments.get(0))) : typed(name, true);
            default -> typed(name, false);
        };
    }

    /** The answers that a host may give to a native function. */
    List<Answer> options(Member asked, NativeModel function, List<Value> arguments) {
        Value key = ValueList.of(asked.peer(), new Text(function.name()), ValueList.of(arguments));
        return answers(
                key,
                given.containsKey(function.name())
                        ? given.getOrDefault(function.name(), List.of())
                        : typed(function.name(), function.optionalResult()));
    }

    private List<Value> typed(String name, boolean optional) {
        Type type = types.get(name);
        if (type == null) {
            throw new UnanswerableException("no host of an exploration answers " + name);
        }
        List<Value> values = new ArrayList<>(domains.of(name, type));
        if (type instanceof Type.RecordOf) {
            values = new ArrayList<>(values.subList(0, STRUCTS_MAX));
        }
        if (optional) {
            values.add(Value.Absent.INSTANCE);
        }
        return values;
    }

    private List<Answer> answers(Value key, List<Value> values) {
        int question = questions.computeIfAbsent(key, unknown -> questions.size());
        List<Answer> options = new ArrayList<>();
        for (Value value : values) {
            Value both = ValueList.of(key, value);
            Answer known = answers.get(both);
            if (known == null) {
                known = new Answer(answers.size(), question, key, value);
                answers.put(both, known);
            }
            options.add(known);
        }
        return options;
    }
}
