package io.omerta.sim.network.session.check;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a machine can take to come to rest: the sum of the timeouts on its longest way, as its parameters are. */
public final class SessionBounds {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Hash ANY = Hash.of(new byte[Hash.BYTES]);

    private final Map<String, TransactionSpec> transactions = new LinkedHashMap<>();

    public SessionBounds(List<TransactionSpec> transactions) {
        transactions.forEach(spec -> this.transactions.put(spec.model().id(), spec));
    }

    /** In nanoseconds; without a session, for transaction 00. */
    public long nanos(SessionKey key) {
        return switch (key.transaction() + "." + key.role()) {
            case "00.Consumer" -> sum("00", "WITNESS_COMMITMENT_TIMEOUT", "RECRUITMENT_TIMEOUT") + lockedNanos();
            case "00.Provider" -> sum("00", "LOCK_TIMEOUT", "LOCK_EXPIRY", "LOCK_EXPIRY");
            case "00.Witness" -> sum("00", "SYNC_TIMEOUT", "PRELIMINARY_TIMEOUT", "CONSENSUS_TIMEOUT")
                    + count("00", "MAX_RECRUITMENT_ROUNDS") * nanos("00", "PRELIMINARY_TIMEOUT")
                    + heldNanos();
            case "01.Consumer" -> sum("01", "VM_ALLOCATION_TIMEOUT", "MAX_SESSION", "CANCEL_GRACE", "RESULT_TIMEOUT");
            case "01.Provider" -> sum("01", "VM_ALLOCATION_TIMEOUT", "CONNECTIVITY_CHECK_TIMEOUT", "MAX_SESSION")
                    + (count("01", "ATTESTATION_ATTEMPTS") + 1) * nanos("01", "RESULT_TIMEOUT");
            case "01.Witness" -> sum(
                            "01",
                            "VM_ALLOCATION_TIMEOUT",
                            "CHALLENGE_TIMEOUT",
                            "CONNECTIVITY_VOTE_TIMEOUT",
                            "MAX_SESSION",
                            "MONITORING_CHECK_INTERVAL",
                            "MISUSE_INVESTIGATION_TIMEOUT",
                            "ABORT_VOTE_TIMEOUT",
                            "CANCEL_GRACE",
                            "OBSERVATION_TIMEOUT",
                            "SEEN_TIMEOUT")
                    + count("01", "ATTESTATION_ATTEMPTS") * nanos("01", "ATTESTATION_TIMEOUT");
            case "02.Consumer", "02.Provider" -> (count("02", "RESULT_ATTEMPTS") + 1) * nanos("02", "RESULT_TIMEOUT")
                    + sum("02", "DISPUTE_WINDOW", "FINALITY");
            case "02.Witness" -> (count("02", "SIGNATURE_ATTEMPTS") + 1) * nanos("02", "SIGNATURE_TIMEOUT")
                    + sum("02", "SETTLE_START_DEADLINE", "FINALITY", "ACK_TIMEOUT", "DISPUTE_WINDOW", "DISPUTE_WINDOW");
            default -> throw new IllegalArgumentException("nobody has said how long " + key + " may take");
        };
    }

    /** From a consumer's signature under a lock to its release, if no session begins. */
    long lockedNanos() {
        return sum("00", "ACKNOWLEDGEMENT_TIMEOUT", "LOCK_EXPIRY")
                + count("00", "RELEASE_ATTEMPTS") * nanos("00", "RELEASE_TIMEOUT");
    }

    /** From a witness's promise until it holds nothing and has said so to whoever asked, if no session begins. */
    long heldNanos() {
        return sum(
                        "00",
                        "LOCK_EXPIRY",
                        "LOCK_EXPIRY",
                        "LIVENESS_CHECK_INTERVAL",
                        "LIVENESS_RESPONSE_TIMEOUT",
                        "REPLACEMENT_TIMEOUT",
                        "LOCK_EXPIRY")
                + count("00", "RELEASE_ATTEMPTS") * nanos("00", "RELEASE_TIMEOUT");
    }

    /** From the first step for a lock to the last one after the settlement of its session; without settlement, for ever. */
    long settledNanos() {
        if (!transactions.containsKey("02")) {
            return Long.MAX_VALUE;
        }
        return nanos(new SessionKey("00", ANY, "Witness"))
                + nanos("00", "ESCROW_FINALITY")
                + nanos(new SessionKey("01", ANY, "Witness"))
                + nanos(new SessionKey("02", ANY, "Consumer"))
                + nanos(new SessionKey("02", ANY, "Witness"));
    }

    private long sum(String transaction, String... timeouts) {
        long sum = 0;
        for (String timeout : timeouts) {
            sum += nanos(transaction, timeout);
        }
        return sum;
    }

    private long nanos(String transaction, String timeout) {
        return Math.multiplyExact(count(transaction, timeout), NANOS_PER_MILLI);
    }

    private long count(String transaction, String parameter) {
        TransactionSpec spec = transactions.get(transaction);
        if (spec != null && spec.parameter(parameter) instanceof Value.Int number) {
            return number.value();
        }
        throw new IllegalArgumentException("the run has no parameter " + parameter + " of transaction " + transaction);
    }
}
