package io.omerta.sim.network.session;

import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.wire.Hash;
import io.omerta.sim.network.session.check.SessionStep;
import io.omerta.sim.stats.Observation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What happened how often, so that a run in which nothing happened does not pass for one in which nothing went wrong. */
final class SessionMarks {
    private long begun;
    private long locked;
    private final Set<Hash> refused = new TreeSet<>();
    private long failed;
    private long served;
    private long released;
    private long attested;
    private long settled;
    private long paid;
    private long timeouts;
    private long crashes;
    private long steps;

    void begun() {
        begun++;
    }

    void crashed() {
        crashes++;
    }

    void count(SessionStep step) {
        steps++;
        if (step.input() instanceof MachineInput.Expired) {
            timeouts++;
        }
        if (step.isRefusal()) {
            refused.add(step.key().session());
        }
        if (step.isOf("00") && step.key().role().equals("Consumer")) {
            locked += step.enters("Consumer", "LOCKED") ? 1 : 0;
            released += step.enters("Consumer", "RELEASED") ? 1 : 0;
            failed += step.enters("Consumer", "FAILED") ? 1 : 0;
        } else if (step.isOf("00") && step.enters("Provider", "SERVICE_PHASE")) {
            served++;
        } else if (step.isOf("01") && step.enters("Consumer", "SESSION_ENDED")) {
            attested++;
        } else if (step.isOf("02")) {
            settled += step.enters("Consumer", "SETTLED") ? 1 : 0;
            paid += step.enters("Provider", "SETTLED") ? 1 : 0;
        }
    }

    List<Observation> observations() {
        return List.of(
                count("sessions.begun", "sessions begun", begun),
                count("sessions.locked", "locks made", locked),
                count("sessions.served", "final locks that a provider serves under", served),
                count("sessions.refused", "locks refused by a cabal", refused.size()),
                count("sessions.failed", "locks that failed, refused ones included", failed),
                count("sessions.released", "locks released", released),
                count("sessions.attested", "sessions attested", attested),
                count("sessions.settled", "settlements that the consumer recorded", settled),
                count("sessions.paid", "settlements that the provider recorded", paid),
                count("sessions.timeouts", "timeouts that fired", timeouts),
                count("sessions.crashes", "crashes of nodes", crashes),
                count("sessions.steps", "steps of machines", steps));
    }

    private static Observation count(String name, String label, long value) {
        return new Observation(name, label, "", value);
    }
}
