package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Double entry over the chains of honest consumers (S1): what leaves a balance enters an escrow, what leaves an escrow
 * returns to a balance, and no balance is overdrawn. The sum of both is what was given, always.
 */
public final class Conservation implements SessionCheck {
    private final ToLongFunction<PeerId> incomes;
    private final Map<Integer, Long> balances = new LinkedHashMap<>();
    private final Map<Hash, Long> escrows = new TreeMap<>();
    private final Findings findings = new Findings();

    /** @param incomes micro-credits that a peer was ever given */
    public Conservation(ToLongFunction<PeerId> incomes) {
        this.incomes = incomes;
    }

    @Override
    public String id() {
        return "conservation";
    }

    @Override
    public String statement() {
        return "balances and escrows of every honest consumer sum to what it was given, and none is negative";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void signed(SignedBlock block) {
        Hash session = block.session();
        if (session == null) {
            return;
        }
        switch (block.block().type()) {
            case "BALANCE_LOCK" -> move(block, session, block.number("amount"));
            case "BALANCE_TOPUP" -> move(block, session, block.number("topup_amount"));
            case "BALANCE_RELEASE" -> move(block, session, -block.number("amount"));
            default -> {}
        }
    }

    private void move(SignedBlock block, Hash session, long micros) {
        long balance = balances.getOrDefault(block.node(), incomes.applyAsLong(block.peer())) - micros;
        long escrow = escrows.getOrDefault(session, 0L) + micros;
        balances.put(block.node(), balance);
        escrows.put(session, escrow);
        boolean whole = micros > 0 || escrow == 0;
        findings.expect(
                balance >= 0 && whole,
                block.timeNanos(),
                () -> block + " leaves " + balance + " micro-credits, and " + escrow + " locked for " + session);
    }
}
