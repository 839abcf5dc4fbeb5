package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the parts of one module share: names, constants, sets of values, and what must be told about the export. */
final class TlaContext {
    static final String NULL = "Null";
    static final String FAULTED = "Faulted";
    static final String SESSION = "Session";
    static final String MAX_LIST_LENGTH = "MaxListLength";
    static final String MAX_MESSAGES = "MaxMessages";

    /** Names that each module defines. */
    private static final List<String> RESERVED = List.of(
            NULL,
            FAULTED,
            SESSION,
            MAX_LIST_LENGTH,
            MAX_MESSAGES,
            "network",
            "vars",
            "Init",
            "Next",
            "Fairness",
            "Spec",
            "Sent",
            "Bounded");

    /** Beginnings of names of what is written once for each message or actor. */
    private static final List<String> PREFIXES = List.of("Content_", "Signature_", "Signed_", "Instances_");

    /** Largest integer of TLC. */
    static final long TLC_INTEGER_MAX = Integer.MAX_VALUE;

    /** A function of the protocol as an operator. */
    record Operator(String name, boolean total, boolean nullable) {}

    final ProtocolModel model;
    final TlaNames names = TlaNames.ofModule();
    final TlaPrelude prelude = new TlaPrelude();
    final Set<String> notes = new LinkedHashSet<>();

    /** What the transaction asks its host. */
    final Set<String> asked = new LinkedHashSet<>();

    private final Map<String, Operator> functions = new TreeMap<>();
    private final List<String> functionDefinitions = new ArrayList<>();

    /** Names of actors: variable, and set of peers. */
    final Map<String, String> actors = new TreeMap<>();

    final Map<String, String> peers = new TreeMap<>();

    /** Whether the transaction asks for the time. */
    boolean usesTime;

    private final Map<String, String> parameters = new TreeMap<>();

    /** What the configuration gives each declared constant. */
    private final Map<String, String> constants = new LinkedHashMap<>();

    /** Sets of values by what they are sets of. */
    private final Map<String, String> sets = new TreeMap<>();

    /** Definitions of sets of values and of constants' values, each after those that it needs. */
    private final List<String> setDefinitions = new ArrayList<>();

    TlaContext(ProtocolModel model) {
        this.model = model;
        constants.put(NULL, NULL);
        constants.put(MAX_MESSAGES, "3");
        RESERVED.forEach(names::take);
        for (ActorModel actor : model.actors()) {
            actors.put(actor.name(), names.take(actor.name()));
        }
        actors.values().forEach(actor -> names.blockPrefix(actor + "_"));
        PREFIXES.forEach(names::blockPrefix);
        for (ActorModel actor : model.actors()) {
            String name = names.take(actor.name() + "Peers");
            peers.put(actor.name(), name);
            constants.put(name, "{" + String.join(", ", somePeers(actor, name)) + "}");
        }
        for (ParameterModel parameter : model.parameters()) {
            String name = names.take(parameter.name());
            parameters.put(parameter.name(), name);
        }
    }

    /** One peer, or two if others wait for a quorum of them. */
    private List<String> somePeers(ActorModel role, String name) {
        boolean counted = model.actors().stream()
                .flatMap(actor -> actor.transitions().stream())
                .anyMatch(transition -> transition.event() instanceof EventModel.OnCollect collect
                        && collect.message().sender().equals(role.name()));
        List<String> some = new ArrayList<>(List.of(names.take(name + "_1")));
        if (counted) {
            some.add(names.take(name + "_2"));
        }
        return some;
    }

    /** The constant of a parameter; the configuration gives it the declared value. */
    String parameter(ParameterModel parameter) {
        String name = parameters.getOrDefault(parameter.name(), parameter.name());
        if (!constants.containsKey(name)) {
            String value = TlaLiteral.of(parameter.value());
            constants.put(name, "<-" + define("Declared_" + name, value));
            noteLargeNumber(value, parameter.span());
        }
        return name;
    }

    /** A constant that stands for one value unlike all others. */
    String atom(String name) {
        constants.putIfAbsent(name, name);
        return name;
    }

    /** The names of declared constants with what the configuration gives them. */
    Map<String, String> constants() {
        return constants;
    }

    List<String> setDefinitions() {
        return setDefinitions;
    }

    void note(Span span, String text) {
        notes.add(span + ": " + text);
    }

    /** Tells of a literal that TLC cannot read. */
    void noteLargeNumber(String literal, Span span) {
        if (literal.matches("\\(?-?[0-9]+\\)?")) {
            long number = Long.parseLong(literal.replaceAll("[()]", ""));
            if (number > TLC_INTEGER_MAX || number < -TLC_INTEGER_MAX) {
                note(
                        span,
                        "the number " + number + " is beyond those of TLC, which end at " + TLC_INTEGER_MAX
                                + ": scale it down to check with TLC.");
            }
        }
    }

    /** All peers, whatever their role. */
    String allPeers() {
        return peers.isEmpty() ? "{}" : peers.values().stream().collect(Collectors.joining(" \\cup ", "(", ")"));
    }

    /** What the host may answer to a question, as a constant of the module. */
    String answers(String question, Type type, boolean nullable) {
        String known = sets.get("answer " + question);
        if (known != null) {
            return known;
        }
        String all = values(type) + (nullable ? " \\cup {Null}" : "");
        String name = names.take("Answers_" + question);
        constants.put(name, "<-" + define("All_" + name, all));
        sets.put("answer " + question, name);
        return name;
    }

    /** The set of values of a type that is searched, closed. */
    String values(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return scalarValues(scalar);
        }
        if (type instanceof Type.ListOf list) {
            constants.putIfAbsent(MAX_LIST_LENGTH, "2");
            return prelude.use("Lists") + "(" + values(list.element()) + ")";
        }
        if (type instanceof Type.MapOf map) {
            return prelude.use("Maps") + "(" + values(map.key()) + ", " + values(map.value()) + ")";
        }
        if (type instanceof Type.EnumOf members) {
            return members.members().stream().map(TlaLiteral::string).collect(Collectors.joining(", ", "{", "}"));
        }
        if (type instanceof Type.RecordOf of) {
            return recordValues(of.record());
        }
        throw new IllegalArgumentException("values of type " + type.notation() + " have no set");
    }

    private String recordValues(RecordModel record) {
        String known = sets.get("record " + record.name());
        if (known != null) {
            return known;
        }
        List<String> fields = new ArrayList<>();
        for (FieldModel field : record.fields()) {
            String values = values(field.type()) + (field.optional() ? " \\cup {Null}" : "");
            fields.add(TlaNames.field(field.name()) + ": " + values);
        }
        String name =
                define("Values_" + record.name(), fields.isEmpty() ? "{<<>>}" : "[" + String.join(", ", fields) + "]");
        sets.put("record " + record.name(), name);
        return name;
    }

    private String scalarValues(Type.Scalar type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case PEER_ID -> allPeers();
            case INT -> scalarConstant("IntValues", "{0, 1}");
            case UINT -> scalarConstant("UintValues", "{0, 1}");
            case FIXED -> scalarConstant("FixedValues", "{0, 1000000}");
            case TIMESTAMP -> scalarConstant("TimestampValues", "{0}");
            case DURATION -> scalarConstant("DurationValues", "{0, 1000}");
            case STRING -> scalarConstant("StringValues", "{\"a\"}");
            case HASH -> scalarConstant("HashValues", "{hash_1}");
            case SIGNATURE -> scalarConstant("SignatureValues", "{signature_1}");
            case BYTES -> bytesValues();
        };
    }

    private String scalarConstant(String wanted, String configured) {
        return sets.computeIfAbsent(wanted, key -> {
            String name = names.take(wanted);
            constants.put(name, configured);
            return name;
        });
    }

    private String bytesValues() {
        return sets.computeIfAbsent("BytesValues", key -> {
            String name = names.take(key);
            constants.put(name, "<-" + define("Some_" + key, "{<<>>, <<0>>}"));
            return name;
        });
    }

    /** Defines something before the operators of functions and actors. */
    String define(String wanted, String expression) {
        String name = names.take(wanted);
        setDefinitions.add(name + " == " + expression);
        return name;
    }

    /** How a function is called; it is written when it is first called, so that it stands before who calls it. */
    Operator function(FunctionModel function) {
        Operator known = functions.get(function.name());
        if (known != null) {
            return known;
        }
        TlaFunction written = new TlaFunction(this, function);
        functionDefinitions.add(written.definition());
        functions.put(function.name(), written.operator());
        return written.operator();
    }

    /** Definitions of the functions written so far. */
    List<String> functionDefinitions() {
        return functionDefinitions;
    }
}
