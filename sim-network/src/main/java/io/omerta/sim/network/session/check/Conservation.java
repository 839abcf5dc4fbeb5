package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Double entry over the chains of honest peers (S1): what leaves a balance enters an escrow; what leaves an escrow returns to
 * the balance, is paid or is burnt; what a provider receives is what the consumer pays. No balance is overdrawn, and an
 * escrow is left whole.
 */
public final class Conservation implements SessionCheck {
    private final ToLongFunction<PeerId> incomes;
    private final Map<Integer, Long> balances = new LinkedHashMap<>();
    private final Map<Hash, Long> escrows = new TreeMap<>();
    private final Map<Hash, Long> paid = new TreeMap<>();
    private final Map<Hash, Long> received = new TreeMap<>();
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
        return "what honest peers were given is in their balances and escrows, paid or burnt; nothing is overdrawn, and what is"
                + " received was paid";
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
            case "ESCROW_EXPIRED" -> move(block, session, -escrows.getOrDefault(session, 0L));
            case "BALANCE_UNLOCK" -> divide(block, session);
            case "PAYMENT_RECEIVED" -> {
                SignedBlock.Settled settled = block.settlement();
                if (settled != null) {
                    balances.put(block.node(), balance(block) + settled.paymentMicros());
                    received.put(session, settled.paymentMicros());
                    compare(block, session);
                }
            }
            default -> {}
        }
    }

    /** An escrow is divided: all of it, and nothing beside it. */
    private void divide(SignedBlock block, Hash session) {
        SignedBlock.Settled settled = block.settlement();
        long escrow = escrows.getOrDefault(session, 0L);
        boolean whole = settled != null
                && settled.escrowMicros() == escrow
                && settled.paymentMicros() + settled.burnMicros() + settled.refundMicros() == escrow;
        findings.expect(
                whole,
                block.timeNanos(),
                () -> block + " divides " + escrow + " micro-credits of " + session + " as " + settled);
        if (settled != null) {
            escrows.put(session, settled.refundMicros());
            move(block, session, -settled.refundMicros());
            paid.put(session, settled.paymentMicros());
            compare(block, session);
        }
    }

    private void compare(SignedBlock block, Hash session) {
        Long given = paid.get(session);
        Long taken = received.get(session);
        findings.expect(
                given == null || taken == null || given.equals(taken),
                block.timeNanos(),
                () -> block + ": " + given + " micro-credits were paid for " + session + ", and " + taken
                        + " received");
    }

    private long balance(SignedBlock block) {
        return balances.getOrDefault(block.node(), incomes.applyAsLong(block.peer()));
    }

    private void move(SignedBlock block, Hash session, long micros) {
        long balance = balance(block) - micros;
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
