package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.ledger.Ledger;
import io.omerta.protocol.ledger.Outcome;
import io.omerta.protocol.ledger.Posting;
import io.omerta.protocol.ledger.Refusal;
import io.omerta.protocol.ledger.Settlement;
import io.omerta.protocol.ledger.Totals;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What peers were given and paid, as far as the chains that this node has seen prove it: a payment counts when the chain of
 * its consumer shows the lock, the consumer had the funds, and a quorum of the lock's witnesses has signed the settlement,
 * whichever of the two parties shows it. All of it is posted to one ledger, so that no peer can be paid with money that
 * nobody had.
 *
 * <p>A consumer's postings are carried out in the order of its chain. One that its funds do not cover waits, with all that
 * follows it, for an income that is not known yet.
 *
 * <p>Mutable; owned by one node.
 */
public final class SettledIncomes implements Incomes {
    /** A consumer's blocks about money, and how many of them are posted. */
    private static final class Account {
        final List<Block> blocks = new ArrayList<>();
        long nextHeight;
        int posted;
    }

    private final EscrowReader escrows;
    private final SettlementReader settlements;
    private final Ledger ledger = new Ledger();
    private final TreeMap<PeerId, Account> accounts = new TreeMap<>();
    private final TreeMap<Hash, EscrowReader.Lock> open = new TreeMap<>();

    /** Settlements not posted yet, by session and by the party that shows them: a false one stands in nobody's way. */
    private final TreeMap<Hash, TreeMap<PeerId, SettlementRecord>> claimed = new TreeMap<>();

    private final TreeMap<PeerId, Long> incomes = new TreeMap<>();
    private final TreeMap<Hash, Long> charges = new TreeMap<>();

    /**
     * @param escrow transaction 00
     * @param settlement transaction 02
     */
    public SettledIncomes(TransactionSpec escrow, TransactionSpec settlement, Hasher hasher, Verifier verifier) {
        this.escrows = new EscrowReader(escrow, hasher, verifier);
        this.settlements = new SettlementReader(settlement, hasher, verifier);
    }

    /**
     * New money, as the distribution gives it out.
     *
     * @param micros more than 0
     * @throws IllegalArgumentException if the ledger refuses it
     */
    public void grant(PeerId peer, long micros) {
        if (ledger.post(new Posting.Mint(peer, micros)) instanceof Outcome.Refused refused) {
            throw new IllegalArgumentException(refused.message());
        }
        incomes.merge(peer, micros, Math::addExact);
        postAll();
    }

    /** Takes note of a chain, or of more of it. Must begin with its first block or follow what was seen before. */
    public void observe(VerifiedSegment chain) {
        Account account = accounts.computeIfAbsent(chain.owner(), peer -> new Account());
        for (Block block : chain.blocks()) {
            if (block.height() == account.nextHeight) {
                account.nextHeight++;
                note(block, account);
            }
        }
        postAll();
    }

    private void note(Block block, Account account) {
        switch (block.type()) {
            case EscrowReader.LOCK, EscrowReader.TOPUP, EscrowReader.RELEASE -> account.blocks.add(block);
            case SettlementReader.UNLOCK, SettlementReader.PAYMENT -> settlements
                    .read(block)
                    .ifPresent(settled -> claimed.computeIfAbsent(settled.session(), session -> new TreeMap<>())
                            .putIfAbsent(block.owner(), settled));
            default -> {}
        }
    }

    @Override
    public long micros(PeerId peer) {
        return incomes.getOrDefault(peer, 0L);
    }

    @Override
    public long chargedMicros(Hash session) {
        return charges.getOrDefault(session, 0L);
    }

    /** Where the money is that was granted, by what this node knows. */
    public Totals totals() {
        return ledger.totals();
    }

    /** Posts what can be, until nothing more can: what one peer is paid may be what another one waits for. */
    private void postAll() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (var account : accounts.entrySet()) {
                progress |= post(account.getKey(), account.getValue());
            }
            progress |= settle();
        }
    }

    private boolean post(PeerId owner, Account account) {
        int before = account.posted;
        while (account.posted < account.blocks.size() && isPosted(owner, account.blocks.get(account.posted))) {
            account.posted++;
        }
        return account.posted > before;
    }

    /** Whether a block is dealt with: posted, or found to say nothing. */
    private boolean isPosted(PeerId owner, Block block) {
        return switch (block.type()) {
            case EscrowReader.LOCK -> lock(owner, block);
            case EscrowReader.TOPUP -> topUp(block);
            default -> release(block);
        };
    }

    private boolean lock(PeerId owner, Block block) {
        Optional<EscrowReader.Lock> lock = escrows.lock(block);
        if (lock.isEmpty()) {
            return true;
        }
        Hash session = lock.get().session();
        Outcome outcome = ledger.post(new Posting.Lock(
                session, owner, lock.get().provider(), lock.get().micros()));
        if (outcome instanceof Outcome.Posted) {
            open.put(session, lock.get());
        }
        return !isUncovered(outcome);
    }

    private boolean topUp(Block block) {
        Optional<EscrowReader.TopUp> topUp = escrows.topUp(block);
        if (topUp.isEmpty() || ledger.escrow(topUp.get().session()).isEmpty()) {
            return true;
        }
        Hash session = topUp.get().session();
        long more =
                topUp.get().totalMicros() - ledger.escrow(session).orElseThrow().micros();
        return more <= 0 || !isUncovered(ledger.post(new Posting.TopUp(session, more)));
    }

    private static boolean isUncovered(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason() == Refusal.INSUFFICIENT_BALANCE;
    }

    private boolean release(Block block) {
        if (block.body().get("session_id") instanceof Hash session) {
            EscrowReader.Lock lock = open.get(session);
            if (lock != null && escrows.isReleased(block, lock)) {
                ledger.post(new Posting.Release(session));
                open.remove(session);
            }
        }
        return true;
    }

    private boolean settle() {
        boolean progress = false;
        for (EscrowReader.Lock lock : List.copyOf(open.values())) {
            for (SettlementRecord settled :
                    claimed.getOrDefault(lock.session(), new TreeMap<>()).values()) {
                if (ChainFunds.isOf(settled, lock) && isPosted(settled)) {
                    open.remove(lock.session());
                    claimed.remove(lock.session());
                    progress = true;
                    break;
                }
            }
        }
        return progress;
    }

    /** Top-ups that the cabal has not heard of go back with the rest; those that it has heard of must be posted before. */
    private boolean isPosted(SettlementRecord settled) {
        long escrow = ledger.escrow(settled.session()).orElseThrow().micros();
        long payment = settled.parts().paymentMicros();
        long burn = settled.parts().burnMicros();
        if (payment + burn > escrow) {
            return false;
        }
        ledger.post(new Posting.Settle(settled.session(), new Settlement(payment, burn, escrow - payment - burn)));
        incomes.merge(settled.provider(), payment, Math::addExact);
        charges.put(settled.session(), payment + burn);
        return true;
    }
}
