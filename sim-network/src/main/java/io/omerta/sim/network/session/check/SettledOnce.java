package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** On one chain, each session is locked, opened, released, settled and paid at most once (S3). */
public final class SettledOnce implements SessionCheck {
    private static final List<String> ONCE = List.of(
            "BALANCE_LOCK", "BALANCE_RELEASE", "BALANCE_UNLOCK", "SESSION_OPENED", "PAYMENT_RECEIVED", "BURN_RECORD");

    private final Set<String> seen = new TreeSet<>();
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "settled-once";
    }

    @Override
    public String statement() {
        return "no chain locks, opens, releases or settles one session twice";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void signed(SignedBlock block) {
        Hash session = block.session();
        if (session != null && ONCE.contains(block.block().type())) {
            boolean first = seen.add(block.node() + " " + block.block().type() + " " + session.toHex());
            findings.expect(first, block.timeNanos(), () -> block + " of " + session + " for the second time");
        }
    }
}
