package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** On one chain, each session is locked, opened and paid at most once, and its lock ends at most once (S3). */
public final class SettledOnce implements SessionCheck {
    private static final String END = "the end of the lock";

    private final Set<String> seen = new TreeSet<>();
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "settled-once";
    }

    @Override
    public String statement() {
        return "no chain locks, opens, pays or charges one session twice, or ends its lock twice";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void signed(SignedBlock block) {
        Hash session = block.session();
        String event = event(block.block().type());
        if (session != null && event != null) {
            boolean first = seen.add(block.node() + " " + event + " " + session.toHex());
            findings.expect(first, block.timeNanos(), () -> block + " of " + session + " for the second time");
        }
    }

    /** What happens once by blocks of a type, or null if they do not matter here. */
    private static @Nullable String event(String blockType) {
        return switch (blockType) {
            case "BALANCE_RELEASE", "BALANCE_UNLOCK", "ESCROW_EXPIRED" -> END;
            case "BALANCE_LOCK", "SESSION_OPENED", "PAYMENT_RECEIVED", "SETTLEMENT_COMMITMENT" -> blockType;
            default -> null;
        };
    }
}
