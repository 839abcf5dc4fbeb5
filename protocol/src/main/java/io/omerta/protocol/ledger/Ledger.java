package io.omerta.protocol.ledger;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.Fingerprinter;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accounts and escrows in whole micro-credits. A posting is carried out whole or not at all, and always: balances + escrows
 * + burnt = minted. As every amount is a part of what was minted, only minting can overflow.
 *
 * <p>Mutable; owned by one machine or one simulation.
 */
public final class Ledger {
    private static final Outcome POSTED = new Outcome.Posted();

    private final TreeMap<PeerId, Long> balances = new TreeMap<>();
    private final TreeMap<Hash, Escrow> escrows = new TreeMap<>();
    private final TreeSet<Hash> closed = new TreeSet<>();
    private final List<Posting> entries = new ArrayList<>();
    private long balancesMicros;
    private long escrowsMicros;
    private long burntMicros;
    private long mintedMicros;

    /** Carries out a posting, or refuses it and changes nothing. */
    public Outcome post(Posting posting) {
        Outcome outcome;
        if (posting instanceof Posting.Mint mint) {
            outcome = mint(mint);
        } else if (posting instanceof Posting.Transfer transfer) {
            outcome = transfer(transfer);
        } else if (posting instanceof Posting.Lock lock) {
            outcome = lock(lock);
        } else if (posting instanceof Posting.TopUp topUp) {
            outcome = topUp(topUp);
        } else if (posting instanceof Posting.Release release) {
            outcome = release(release);
        } else {
            outcome = settle((Posting.Settle) posting);
        }
        if (outcome instanceof Outcome.Posted) {
            entries.add(posting);
        }
        return outcome;
    }

    private Outcome mint(Posting.Mint mint) {
        if (mint.micros() <= 0) {
            return notPositive(mint.micros());
        }
        if (mint.micros() > Long.MAX_VALUE - mintedMicros) {
            return refused(Refusal.OVERFLOW, mintedMicros + " minted, " + mint.micros() + " more");
        }
        mintedMicros += mint.micros();
        credit(mint.account(), mint.micros());
        return POSTED;
    }

    private Outcome transfer(Posting.Transfer transfer) {
        long micros = transfer.micros();
        if (micros <= 0) {
            return notPositive(micros);
        }
        if (transfer.burnMicros() < 0) {
            return refused(Refusal.NEGATIVE_AMOUNT, "burn of " + transfer.burnMicros());
        }
        if (transfer.burnMicros() > micros) {
            return refused(Refusal.BURN_EXCEEDS_AMOUNT, transfer.burnMicros() + " of " + micros);
        }
        if (balanceMicros(transfer.from()) < micros) {
            return insufficient(transfer.from(), micros);
        }
        debit(transfer.from(), micros);
        burntMicros += transfer.burnMicros();
        credit(transfer.to(), micros - transfer.burnMicros());
        return POSTED;
    }

    private Outcome lock(Posting.Lock lock) {
        if (lock.micros() <= 0) {
            return notPositive(lock.micros());
        }
        if (closed.contains(lock.session())) {
            return refused(Refusal.ALREADY_SETTLED, lock.session().toString());
        }
        if (escrows.containsKey(lock.session())) {
            return refused(Refusal.ESCROW_EXISTS, lock.session().toString());
        }
        if (balanceMicros(lock.consumer()) < lock.micros()) {
            return insufficient(lock.consumer(), lock.micros());
        }
        debit(lock.consumer(), lock.micros());
        escrowsMicros += lock.micros();
        escrows.put(lock.session(), new Escrow(lock.consumer(), lock.provider(), lock.micros()));
        return POSTED;
    }

    private Outcome topUp(Posting.TopUp topUp) {
        if (topUp.micros() <= 0) {
            return notPositive(topUp.micros());
        }
        Escrow escrow = escrows.get(topUp.session());
        if (escrow == null) {
            return noEscrow(topUp.session());
        }
        if (balanceMicros(escrow.consumer()) < topUp.micros()) {
            return insufficient(escrow.consumer(), topUp.micros());
        }
        debit(escrow.consumer(), topUp.micros());
        escrowsMicros += topUp.micros();
        escrows.put(
                topUp.session(), new Escrow(escrow.consumer(), escrow.provider(), escrow.micros() + topUp.micros()));
        return POSTED;
    }

    private Outcome release(Posting.Release release) {
        Escrow escrow = escrows.get(release.session());
        if (escrow == null) {
            return noEscrow(release.session());
        }
        close(release.session(), escrow);
        credit(escrow.consumer(), escrow.micros());
        return POSTED;
    }

    private Outcome settle(Posting.Settle settle) {
        Escrow escrow = escrows.get(settle.session());
        if (escrow == null) {
            return noEscrow(settle.session());
        }
        Settlement parts = settle.settlement();
        if (!parts.dividesExactly(escrow.micros())) {
            return refused(Refusal.NOT_CONSERVED, parts + " of " + escrow.micros());
        }
        close(settle.session(), escrow);
        credit(escrow.provider(), parts.paymentMicros());
        burntMicros += parts.burnMicros();
        credit(escrow.consumer(), parts.refundMicros());
        return POSTED;
    }

    private void close(Hash session, Escrow escrow) {
        escrows.remove(session);
        closed.add(session);
        escrowsMicros -= escrow.micros();
    }

    private void debit(PeerId account, long micros) {
        balancesMicros -= micros;
        keep(account, balanceMicros(account) - micros);
    }

    private void credit(PeerId account, long micros) {
        balancesMicros += micros;
        keep(account, balanceMicros(account) + micros);
    }

    /** An empty account is no account: ledgers with the same money are the same ledger. */
    private void keep(PeerId account, long micros) {
        if (micros == 0) {
            balances.remove(account);
        } else {
            balances.put(account, micros);
        }
    }

    private Outcome notPositive(long micros) {
        return refused(micros < 0 ? Refusal.NEGATIVE_AMOUNT : Refusal.ZERO_AMOUNT, Long.toString(micros));
    }

    private Outcome insufficient(PeerId account, long micros) {
        return refused(
                Refusal.INSUFFICIENT_BALANCE, balanceMicros(account) + " of " + micros + " micro-credits, " + account);
    }

    private Outcome noEscrow(Hash session) {
        return refused(closed.contains(session) ? Refusal.ALREADY_SETTLED : Refusal.UNKNOWN_ESCROW, session.toString());
    }

    private static Outcome refused(Refusal reason, String detail) {
        return new Outcome.Refused(reason, detail);
    }

    /** What an account holds, 0 if it was never credited. */
    public long balanceMicros(PeerId account) {
        return balances.getOrDefault(account, 0L);
    }

    /** The escrow of a session that is neither settled nor released. */
    public Optional<Escrow> escrow(Hash session) {
        return Optional.ofNullable(escrows.get(session));
    }

    /** The accounts that are not empty, in rising order; a view. */
    public SortedMap<PeerId, Long> balances() {
        return Collections.unmodifiableSortedMap(balances);
    }

    /** The escrows by session, in rising order; a view. */
    public NavigableMap<Hash, Escrow> escrows() {
        return Collections.unmodifiableNavigableMap(escrows);
    }

    /** Every posting that was carried out, in order; a view. Posted again, they give an equal ledger. */
    public List<Posting> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The sums, as they are kept with each posting; at no cost. */
    public Totals totals() {
        return new Totals(balancesMicros, escrowsMicros, burntMicros, mintedMicros);
    }

    /**
     * The sums, counted anew: what is held from the accounts and escrows, what came and went from the entries.
     *
     * @throws ArithmeticException if a sum overflows, which no ledger's does
     */
    public Totals audit() {
        long held = 0;
        for (long micros : balances.values()) {
            held = Math.addExact(held, micros);
        }
        long locked = 0;
        for (Escrow escrow : escrows.values()) {
            locked = Math.addExact(locked, escrow.micros());
        }
        long burnt = 0;
        long minted = 0;
        for (Posting entry : entries) {
            if (entry instanceof Posting.Mint mint) {
                minted = Math.addExact(minted, mint.micros());
            } else if (entry instanceof Posting.Transfer transfer) {
                burnt = Math.addExact(burnt, transfer.burnMicros());
            } else if (entry instanceof Posting.Settle settle) {
                burnt = Math.addExact(burnt, settle.settlement().burnMicros());
            }
        }
        return new Totals(held, locked, burnt, minted);
    }

    /** The same for ledgers that hold the same and have closed the same sessions, however they came to it. */
    public Fingerprint fingerprint() {
        Fingerprinter fingerprinter = new Fingerprinter();
        Fingerprint all = new Fingerprint(burntMicros, mintedMicros);
        for (var account : balances.entrySet()) {
            all = chained(fingerprinter, all, account.getKey(), new Value.Fixed(account.getValue()));
        }
        for (var entry : escrows.entrySet()) {
            Escrow escrow = entry.getValue();
            all = chained(
                    fingerprinter,
                    all,
                    entry.getKey(),
                    escrow.consumer(),
                    escrow.provider(),
                    new Value.Fixed(escrow.micros()));
        }
        for (Hash session : closed) {
            all = chained(fingerprinter, all, session);
        }
        return all;
    }

    private static Fingerprint chained(Fingerprinter fingerprinter, Fingerprint before, Value... item) {
        return fingerprinter.fingerprint(
                ValueList.of(new Value.Int(before.high()), new Value.Int(before.low()), ValueList.of(item)));
    }
}
