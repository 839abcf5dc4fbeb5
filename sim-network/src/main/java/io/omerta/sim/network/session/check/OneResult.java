package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import java.util.Map;
import java.util.TreeMap;

/** No two honest parties, whatever their roles, ever hold different final results of one session (S4). */
public final class OneResult implements SessionCheck {
    private final Map<Hash, Value> locks = new TreeMap<>();
    private final Map<Hash, Value> attestations = new TreeMap<>();
    private final Map<Hash, Value> settlements = new TreeMap<>();
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "one-result";
    }

    @Override
    public String statement() {
        return "no two honest peers hold different final results of one session";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        if (step.isOf("00")) {
            compare(step, locks, Variables.of(step.configuration(), "lock_hash"));
        } else if (step.enters("Provider", "SESSION_COMPLETE")
                || step.enters("Consumer", "SESSION_ENDED")
                || step.enters("Witness", "DONE")) {
            compare(step, attestations, Variables.of(step.configuration(), "attestation"));
        } else if (step.isOf("02")
                && (step.enters("Consumer", "SETTLED")
                        || step.enters("Provider", "SETTLED")
                        || step.enters("Witness", "AWAITING_ACKNOWLEDGEMENTS")
                        || step.enters("Witness", "CLOSED"))) {
            compare(step, settlements, Variables.of(step.configuration(), "settlement_hash"));
        }
    }

    private void compare(SessionStep step, Map<Hash, Value> known, Value result) {
        if (result instanceof Value.Absent) {
            return;
        }
        Value first = known.putIfAbsent(step.key().session(), result);
        findings.expect(
                first == null || first.equals(result),
                step.timeNanos(),
                () -> step + " with " + result + ", where another has " + first);
    }
}
