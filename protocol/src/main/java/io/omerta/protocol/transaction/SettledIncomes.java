package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.gossip.Decided;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.ledger.Escrow;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What peers were given and paid, as far as this node has seen proof of it: a payment counts when the consumer's chain shows
 * the lock, or consumer, provider and cabal have signed it, when the consumer had the funds, and a quorum of the lock's
 * witnesses has signed the settlement, whoever shows it. All of it is posted to one ledger, so that no peer can be paid with
 * money that nobody had.
 *
 * <p>What a chain shows is posted in the order of the chain. A posting that the consumer's funds do not cover waits, with all
 * that follows it, for an income that is not known yet. What was heard as a result is posted when it can be.
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

    /** Results of a kind that wait for what they need; the oldest gives way. */
    private static final int HEARD_MAX = 4_096;

    private final EscrowReader escrows;
    private final SettlementReader settlements;
    private final Ledger ledger = new Ledger();
    private final TreeMap<PeerId, Account> accounts = new TreeMap<>();
    private final TreeMap<Hash, EscrowReader.Lock> open = new TreeMap<>();

    /** Settlements not posted yet, by session and by the party that shows them: a false one stands in nobody's way. */
    private final TreeMap<Hash, TreeMap<PeerId, SettlementRecord>> claimed = new TreeMap<>();

    /** Results that were heard of and not posted yet, by the hash of what was decided. */
    private final LinkedHashMap<Hash, EscrowReader.Lock> locksHeard = new LinkedHashMap<>();

    private final LinkedHashMap<Hash, EscrowReader.TopUp> topUpsHeard = new LinkedHashMap<>();
    private final LinkedHashMap<Hash, SettlementRecord> settlementsHeard = new LinkedHashMap<>();

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

    /** Takes note of a chain, or of what was appended since it was seen last; not of one that lacks blocks in between. */
    public void observe(Chain chain) {
        Account account = accounts.computeIfAbsent(chain.owner(), peer -> new Account());
        boolean isNew = false;
        for (Block block = chain.blockAt(account.nextHeight);
                block != null;
                block = chain.blockAt(account.nextHeight)) {
            account.nextHeight++;
            isNew = true;
            note(block, account);
        }
        if (isNew) {
            postAll();
        }
    }

    /**
     * Takes note of a result of transaction 00 or 02; what else was decided says nothing here.
     *
     * @param result as a verified item tells it
     */
    public void learn(ItemType type, Decided result) {
        switch (type) {
            case LOCK_RESULT -> escrows.lock(result.decision())
                    .ifPresent(lock -> keep(locksHeard, result.hash(), lock));
            case TOPUP_RESULT -> keep(topUpsHeard, result.hash(), escrows.topUp(result.decision()));
            case SETTLEMENT_RESULT -> settlements
                    .signed(result.decision(), result.signers(), result.timeMillis())
                    .ifPresent(settled -> keep(settlementsHeard, result.hash(), settled));
            default -> {
                return;
            }
        }
        postAll();
    }

    private static <T> void keep(LinkedHashMap<Hash, T> heard, Hash hash, T result) {
        heard.putIfAbsent(hash, result);
        if (heard.size() > HEARD_MAX) {
            heard.remove(heard.keySet().iterator().next());
        }
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
            progress |= locksHeard.values().removeIf(lock -> isPosted(lock.consumer(), lock));
            progress |= topUpsHeard.values().removeIf(topUp -> isKnown(topUp.session()) && isPosted(topUp));
            progress |= settle();
            progress |= settlementsHeard.values().removeIf(this::isDone);
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
        return lock.isEmpty() || isPosted(owner, lock.get());
    }

    private boolean isPosted(PeerId consumer, EscrowReader.Lock lock) {
        Outcome outcome = ledger.post(new Posting.Lock(lock.session(), consumer, lock.provider(), lock.micros()));
        if (outcome instanceof Outcome.Posted) {
            open.put(lock.session(), lock);
        }
        return !isUncovered(outcome);
    }

    private boolean topUp(Block block) {
        Optional<EscrowReader.TopUp> topUp = escrows.topUp(block);
        return topUp.isEmpty() || isPosted(topUp.get());
    }

    /** Of a session that is over, or that there is no lock for, there is nothing to post. */
    private boolean isPosted(EscrowReader.TopUp topUp) {
        Optional<Escrow> escrow = ledger.escrow(topUp.session());
        if (escrow.isEmpty()) {
            return true;
        }
        long more = topUp.totalMicros() - escrow.get().micros();
        return more <= 0 || !isUncovered(ledger.post(new Posting.TopUp(topUp.session(), more)));
    }

    private boolean isKnown(Hash session) {
        return open.containsKey(session) || charges.containsKey(session);
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

    /** Whether a settlement that was heard of has been posted, by itself or as somebody's chain shows it. */
    private boolean isDone(SettlementRecord settled) {
        EscrowReader.Lock lock = open.get(settled.session());
        if (lock != null && ChainFunds.isOf(settled, lock) && isPosted(settled)) {
            open.remove(lock.session());
            claimed.remove(lock.session());
        }
        return charges.containsKey(settled.session());
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
