package io.omerta.sim.network.session.check;

import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.wire.Hash;
import java.util.Map;
import java.util.TreeMap;

/**
 * No honest peer ever signs what would condemn it: two blocks at one height of its chain, or votes for two decisions or
 * settlements of one session.
 */
public final class NoHonestCondemned implements SessionCheck {
    private final Map<String, Hash> votes = new TreeMap<>();
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "no-honest-condemned";
    }

    @Override
    public String statement() {
        return "no honest peer signs two blocks at one height, or votes for two decisions or settlements of one session";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        for (MachineEffect effect : step.outcome().effects()) {
            if (effect instanceof MachineEffect.Send send) {
                switch (send.message().name()) {
                    case "WITNESS_FINAL_VOTE" -> votes(step, send, "decision_hash");
                    case "SETTLEMENT_SHARE" -> votes(step, send, "settlement_hash");
                    default -> {}
                }
            }
        }
    }

    private void votes(SessionStep step, MachineEffect.Send send, String field) {
        if (send.body().get(field) instanceof Hash voted) {
            String who = step.node() + " " + field + " " + step.key().session().toHex();
            Hash first = votes.putIfAbsent(who, voted);
            findings.expect(
                    first == null || first.equals(voted),
                    step.timeNanos(),
                    () -> step + " votes for " + voted + ", and did for " + first);
        }
    }

    @Override
    public void signed(SignedBlock block) {
        findings.expect(true, block.timeNanos(), () -> "");
    }

    @Override
    public void forked(SignedBlock block) {
        findings.expect(false, block.timeNanos(), () -> block + " where it had signed another");
    }
}
