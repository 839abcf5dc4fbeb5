package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.session.behaviour.Behaviour;
import io.omerta.sim.network.workload.SessionsSpec;
import io.omerta.sim.network.workload.SessionsSpec.Accounts;
import io.omerta.sim.network.workload.SessionsSpec.Faulty;
import io.omerta.sim.network.workload.SessionsSpec.Lock;
import io.omerta.sim.network.workload.SessionsSpec.Reach;
import io.omerta.sim.network.workload.SessionsSpec.Roles;
import io.omerta.sim.network.workload.SessionsSpec.Signing;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares the sessions workload. */
final class SessionsSchema {
    private static final long THREE_HOURS_NANOS = 3 * 3_600_000_000_000L;

    private static final Key<NodeSelector> CONSUMERS =
            Key.withDefault("consumers", SelectorSchema.NODES, "all", "Nodes that begin sessions by themselves.");
    private static final Key<NodeSelector> PROVIDERS =
            Key.withDefault("providers", SelectorSchema.NODES, "all", "Nodes whose machines can be used.");
    private static final Key<NodeSelector> WITNESSES =
            Key.withDefault("witnesses", SelectorSchema.NODES, "all", "Nodes that providers are acquainted with.");
    private static final Key<Long> ACQUAINTANCES = Key.withDefault(
            "acquaintances",
            new IntegerSchema(1, 200),
            "16",
            "Witnesses that each provider has recorded on its chain; its cabals are drawn among them.");
    private static final Key<Long> PROVIDERS_KNOWN = Key.withDefault(
            "providers_known",
            new IntegerSchema(1, 200),
            "3",
            "Providers that each consumer has recorded on its chain and deals with, beside those that a lock names.");
    private static final Key<Roles> ROLES = Key.withDefault(
            "roles",
            ObjectSchema.of(
                    "roles",
                    List.of(CONSUMERS, PROVIDERS, WITNESSES, ACQUAINTANCES, PROVIDERS_KNOWN),
                    fields -> new Roles(
                            fields.get(CONSUMERS),
                            fields.get(PROVIDERS),
                            fields.get(WITNESSES),
                            fields.get(ACQUAINTANCES).intValue(),
                            fields.get(PROVIDERS_KNOWN).intValue())),
            "{}",
            "Who may do what; a node may have all roles.");

    private static final Key<Long> BALANCE = Key.withDefault(
            "balance", QuantitySchema.moneyAtLeast(0), "100 cr", "What every node owns when the run begins.");
    private static final Key<Long> AGE = Key.withDefault(
            "age",
            QuantitySchema.durationAtLeast(THREE_HOURS_NANOS),
            "120 d",
            "How long before the run every node came to be.");

    private static final Key<Long> SESSIONS = Key.withDefault(
            "sessions", new IntegerSchema(0, 10_000_000), "0", "Sessions that begin by themselves, one after another.");
    private static final Key<WorkloadSpec.Arrivals> LAW = Key.withDefault(
            "arrivals",
            ChoiceSchema.of(WorkloadSpec.Arrivals.class),
            "poisson",
            "Times between them: exponential (poisson), or all equal (periodic).");
    private static final Key<Long> INTERVAL = Key.withDefault(
            "interval",
            QuantitySchema.durationAtLeast(1),
            "1 s",
            "Mean time between two such sessions, of all nodes together.");
    private static final Key<Long> AMOUNT =
            Key.withDefault("amount", QuantitySchema.moneyAtLeast(1), "10 cr", "What is locked for each of them.");
    private static final Key<Long> HOURLY_RATE = Key.withDefault(
            "hourly_rate", QuantitySchema.moneyAtLeast(1), "1 cr", "What an hour of a provider's machine costs.");

    private static final Key<Long> AT =
            Key.required("at", QuantitySchema.durationAtLeast(0), "When the consumer asks for it.");
    private static final Key<String> CONSUMER =
            Key.required("consumer", TextSchema.reference(Names.Kind.NODE, "node_0"), "Who locks its funds.");
    private static final Key<String> PROVIDER =
            Key.required("provider", TextSchema.reference(Names.Kind.NODE, "node_1"), "For whose machine.");
    private static final Key<Long> LOCK_AMOUNT =
            Key.required("amount", QuantitySchema.moneyAtLeast(1), "How much, affordable or not.");
    private static final Key<List<Lock>> LOCKS = Key.withDefault(
            "locks",
            new ListSchema<>(
                    "locks",
                    ObjectSchema.of(
                                    "a lock",
                                    List.of(AT, CONSUMER, PROVIDER, LOCK_AMOUNT),
                                    fields -> new Lock(
                                            fields.get(AT),
                                            fields.get(CONSUMER),
                                            fields.get(PROVIDER),
                                            fields.get(LOCK_AMOUNT)))
                            .checking(SessionsSchema::checkParties),
                    0,
                    100_000),
            "[]",
            "Sessions that begin at given times between given nodes.");

    private static final Key<Reach> REACH = Key.withDefault(
            "until",
            ChoiceSchema.of(Reach.class),
            "settlement",
            "How far a session goes: to the lock, which is released when it expires; to the attestation of how long the"
                    + " provider's machine was used, which needs a duration of the run; or to the settlement, which pays"
                    + " for that time.");
    private static final Key<Long> SESSION_DURATION = Key.withDefault(
            "session_duration",
            QuantitySchema.durationAtLeast(1),
            "10 min",
            "How long a consumer uses a provider's machine.");
    private static final Key<Signing> SIGNER = Key.withDefault(
            "signer",
            ChoiceSchema.of(Signing.class),
            "simulation",
            "How peers sign: by keyed hashes that nobody in the simulation can forge, or with ed25519 as live nodes do.");
    private static final Key<Map<String, ProtocolParameters.Given>> PARAMETERS = Key.optional(
            "parameters",
            ProtocolParameters.SCHEMA,
            "as in the protocol files",
            "Other values for parameters of the transactions, by name.");

    private static final Key<NodeSelector> FAULTY_NODES = Key.required("nodes", SelectorSchema.NODES, "Which nodes.");
    private static final Key<Behaviour> BEHAVIOUR = Key.required(
            "behaviour", ChoiceSchema.of(Behaviour.class), "What they do instead of keeping to the protocol.");
    private static final Key<List<Faulty>> FAULTY = Key.withDefault(
            "faulty",
            new ListSchema<>(
                    "groups of nodes",
                    ObjectSchema.of(
                            "faulty nodes",
                            List.of(FAULTY_NODES, BEHAVIOUR),
                            fields -> new Faulty(fields.get(FAULTY_NODES), fields.get(BEHAVIOUR))),
                    0,
                    100),
            "[]",
            "Nodes that do not keep to the protocol; they do not count in properties. The first group that has a node"
                    + " counts.");
    private static final Key<Long> CHECK_ONE_IN = Key.withDefault(
            "check_one_in",
            new IntegerSchema(1, 1_000_000),
            "1",
            "Of how many sessions one is checked against the invariants of the protocol files, which verify many"
                    + " signatures; the session's id decides. The other properties are checked in every session.");

    static final UnionSchema.Kind<SessionsSpec> KIND = new UnionSchema.Kind<>(
            "sessions",
            "Sessions of the protocol: the machines that a live node runs. Properties are checked after every event.",
            ObjectSchema.of(
                            "sessions",
                            List.of(
                                    ROLES,
                                    BALANCE,
                                    AGE,
                                    SESSIONS,
                                    LAW,
                                    INTERVAL,
                                    AMOUNT,
                                    HOURLY_RATE,
                                    LOCKS,
                                    REACH,
                                    SESSION_DURATION,
                                    SIGNER,
                                    PARAMETERS,
                                    FAULTY,
                                    CHECK_ONE_IN),
                            SessionsSchema::bind)
                    .checking(SessionsSchema::checkSomethingBegins));

    private SessionsSchema() {}

    private static void checkParties(Fields fields) {
        String consumer = fields.find(CONSUMER);
        if (consumer != null && consumer.equals(fields.find(PROVIDER))) {
            fields.problem(PROVIDER, "a consumer cannot be its own provider", "");
        }
    }

    private static void checkSomethingBegins(Fields fields) {
        Long sessions = fields.find(SESSIONS);
        List<Lock> locks = fields.find(LOCKS);
        if (sessions != null && sessions == 0 && locks != null && locks.isEmpty()) {
            fields.problem(SESSIONS, "no session ever begins", "add \"sessions: 100\" or locks, for example");
        }
    }

    /** How many transactions, from 00 on, nodes take part in. */
    private static int transactions(Reach reach) {
        return switch (reach) {
            case LOCK -> 1;
            case ATTESTATION -> 2;
            case SETTLEMENT -> 3;
        };
    }

    private static SessionsSpec bind(Fields fields) {
        Map<String, ProtocolParameters.Given> parameters = fields.find(PARAMETERS);
        Reach reach = fields.get(REACH);
        return new SessionsSpec(
                fields.get(ROLES),
                new Accounts(fields.get(BALANCE), fields.get(AGE)),
                new SessionsSpec.Arrivals(
                        fields.get(SESSIONS).intValue(),
                        fields.get(LAW),
                        fields.get(INTERVAL),
                        fields.get(AMOUNT),
                        fields.get(HOURLY_RATE)),
                fields.get(LOCKS),
                reach,
                fields.get(SESSION_DURATION),
                fields.get(SIGNER),
                ProtocolParameters.compile(
                        parameters == null ? new LinkedHashMap<>() : parameters, transactions(reach)),
                fields.get(FAULTY),
                fields.get(CHECK_ONE_IN).intValue());
    }
}
