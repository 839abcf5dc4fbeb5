package io.omerta.sim.network.session.check;

import io.omerta.protocol.machine.MachineEffect;

/** No step of an honest machine has to be undone: no arithmetic, index or limit fails, whatever it is sent. */
public final class StepsHold implements SessionCheck {
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "steps-hold";
    }

    @Override
    public String statement() {
        return "no step of an honest machine is undone by a fault";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        for (MachineEffect effect : step.outcome().effects()) {
            if (effect instanceof MachineEffect.Faulted faulted) {
                findings.expect(false, step.timeNanos(), () -> step + ": " + faulted.fault());
                return;
            }
        }
        findings.expect(true, step.timeNanos(), () -> "");
    }
}
