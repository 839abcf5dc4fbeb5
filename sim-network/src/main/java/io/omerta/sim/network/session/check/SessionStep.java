package io.omerta.sim.network.session.check;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A machine of an honest node took an input.
 *
 * @param timeNanos virtual time
 * @param from the state before, empty if there was none
 * @param session gives the honest machines of its session and transaction, by role, this one included; while the step is
 *     checked
 */
public record SessionStep(
        long timeNanos,
        int node,
        PeerId peer,
        SessionKey key,
        MachineInput input,
        Outcome outcome,
        String from,
        Supplier<Map<String, List<Instance>>> session) {
    /** The machine after the step. */
    public Configuration configuration() {
        return outcome.next();
    }

    public String state() {
        return configuration().state().name();
    }

    /** Whether the machine of a role came into a state by this step. */
    public boolean enters(String role, String state) {
        return key.role().equals(role) && state().equals(state) && !from.equals(state);
    }

    public boolean isOf(String transaction) {
        return key.transaction().equals(transaction);
    }

    /** Whether a witness tells that its cabal has refused a lock. */
    public boolean isRefusal() {
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Send send
                    && send.message().name().equals("LOCK_RESULT_FOR_SIGNATURE")
                    && send.body().get("result") instanceof Struct result
                    && result.get("decision") instanceof Struct decision
                    && decision.get("status") instanceof Value.EnumMember status
                    && status.name().equals("REJECTED")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "node " + node + ", " + key + ", " + from + " -> " + state();
    }
}
