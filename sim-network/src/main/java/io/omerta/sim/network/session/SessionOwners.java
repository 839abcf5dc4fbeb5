package io.omerta.sim.network.session;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionId;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.sim.network.session.check.Variables;
import io.omerta.sim.network.workload.SessionsSpec;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of the nodes want. A consumer that begins a session by itself does so only with funds that no other lock of
 * it may take; a provider starts its machine when the lock is final; a consumer ends the session when it has used it.
 */
final class SessionOwners {
    private static final String ESCROW = "00";

    /** Gives a node a command after some time. */
    interface Commands {
        void give(int node, SessionCommand command, long delayNanos);
    }

    private final SessionsSpec spec;
    private final SessionPopulation population;
    private final SessionMarks marks;
    private final Commands commands;
    private final Map<Integer, Long> boundMicros = new LinkedHashMap<>();
    private final Map<Hash, Long> wanted = new LinkedHashMap<>();
    private final Set<Hash> allocated = new TreeSet<>();
    private final Set<Hash> ended = new TreeSet<>();
    private long salts;

    SessionOwners(SessionsSpec spec, SessionPopulation population, SessionMarks marks, Commands commands) {
        this.spec = spec;
        this.population = population;
        this.marks = marks;
        this.commands = commands;
    }

    /** Whether a consumer has an amount that none of its locks may take. */
    boolean canAfford(int consumer, long amountMicros) {
        return boundMicros.getOrDefault(consumer, 0L) + amountMicros
                <= population.incomeMicros(population.peer(consumer));
    }

    /** A consumer begins a session with a provider. */
    void lock(int consumer, int provider, long amountMicros) {
        ByteString salt =
                ByteString.of(ByteBuffer.allocate(Long.BYTES).putLong(++salts).array());
        Hash session = SessionId.of(
                population.peer(consumer), salt, population.identities().hasher());
        boundMicros.merge(consumer, amountMicros, Long::sum);
        wanted.put(session, amountMicros);
        marks.begun();
        trigger(
                consumer,
                new SessionKey(ESCROW, session, "Consumer"),
                "initiate_lock",
                0,
                salt,
                population.peer(provider),
                new Value.Int(amountMicros),
                new Value.Int(spec.arrivals().hourlyRateMicros()));
    }

    /** A machine of a node took a step. */
    void stepped(int node, SessionKey key, Configuration machine) {
        String state =
                key.transaction() + "." + key.role() + "." + machine.state().name();
        switch (state) {
            case "00.Consumer.RELEASED", "02.Consumer.EXPIRED" -> free(node, key.session(), 0);
            case "00.Consumer.FAILED" -> {
                // A lock that was signed and never released binds the funds for good.
                if (Variables.of(machine, "consumer_signature") instanceof Value.Absent) {
                    free(node, key.session(), 0);
                }
            }
            case "02.Consumer.SETTLED", "02.Consumer.SETTLED_UNDER_PROTEST" -> {
                if (Variables.of(machine, "settlement") instanceof Struct settlement
                        && settlement.get("payment") instanceof Value.Int payment
                        && settlement.get("burn") instanceof Value.Int burn) {
                    free(node, key.session(), payment.value() + burn.value());
                }
            }
            case "01.Provider.VM_PROVISIONING" -> allocate(node, key);
            case "01.Consumer.CONNECTED" -> endLater(node, key);
            default -> {}
        }
    }

    /** The funds of a session are free again, but for what it cost. */
    private void free(int consumer, Hash session, long costMicros) {
        @Nullable Long micros = wanted.remove(session);
        if (micros != null) {
            boundMicros.merge(consumer, costMicros - micros, Long::sum);
        }
    }

    private void allocate(int provider, SessionKey key) {
        if (spec.reach() != SessionsSpec.Reach.LOCK && allocated.add(key.session())) {
            trigger(
                    provider,
                    key,
                    "allocate_vm",
                    0,
                    population.machineOf(provider).peerId(),
                    ByteString.of(new byte[Hash.BYTES]),
                    new Text("198.51.100.1:51820"));
        }
    }

    private void endLater(int consumer, SessionKey key) {
        if (ended.add(key.session())) {
            trigger(consumer, key, "request_cancel", spec.sessionNanos(), new Value.EnumMember("COMPLETED_NORMAL"));
        }
    }

    private void trigger(int node, SessionKey key, String trigger, long delayNanos, Value... arguments) {
        commands.give(node, new SessionCommand.Trigger(key, trigger, List.of(arguments)), delayNanos);
    }
}
