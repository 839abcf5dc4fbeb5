package io.omerta.protocol.transaction;

import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.gossip.ResultForm;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results of the shipped transactions that everybody is told, as their participants sign them. A transaction whose
 * result others must know adds its form here.
 *
 * <p>A result of a session is verified against the cabal that was drawn for its lock: while so many of the first witnesses
 * were replaced that no quorum of them signs, it convinces only who knows the replacements, and is not passed on.
 */
public final class ResultForms {
    private static final String CONSUMER = "consumer";
    private static final String PROVIDER = "provider";
    private static final String SESSION = "session_id";

    private final TransactionSpec escrow;
    private final TypeDescriptor.StructOf lock;

    private ResultForms(TransactionSpec escrow) {
        this.escrow = escrow;
        this.lock = struct(escrow, "LockDecision");
    }

    /**
     * The forms of the transactions that are given.
     *
     * @param transactions transaction 00 among them
     * @throws IllegalArgumentException if it is not, or lacks what is declared in the shipped file
     */
    public static List<ResultForm> of(List<TransactionSpec> transactions) {
        ResultForms forms = new ResultForms(ShippedTransactions.ESCROW_LOCK.among(transactions));
        List<ResultForm> all = new ArrayList<>(List.of(forms.lock(), forms.topUp()));
        for (TransactionSpec transaction : transactions) {
            if (ShippedTransactions.CABAL_ATTESTATION.is(transaction)) {
                all.add(forms.attestation(transaction));
            } else if (ShippedTransactions.SETTLEMENT.is(transaction)) {
                all.add(settlement(transaction));
            } else if (ShippedTransactions.HEALTH_CHECK.is(transaction)) {
                all.add(healthCheck(transaction));
            }
        }
        return all;
    }

    private ResultForm lock() {
        return new ResultForm(
                ItemType.LOCK_RESULT,
                lock,
                null,
                only("status", "ACCEPTED"),
                vote(escrow, "WITNESS_FINAL_VOTE", "decision_hash", only("vote", "ACCEPT")),
                List.of(
                        new ResultForm.Party(CONSUMER, "lock", "consumer_signature"),
                        new ResultForm.Party(PROVIDER, "lock", "provider_signature")),
                List.of(SESSION, CONSUMER),
                new ResultForm.Origin("LOCK_FINAL", List.of("result", "decision"), List.of("result", "votes")));
    }

    private ResultForm topUp() {
        return new ResultForm(
                ItemType.TOPUP_RESULT,
                struct(escrow, "TopUpDecision"),
                lock,
                new TreeMap<>(),
                vote(escrow, "TOPUP_VOTE", "decision_hash", only("vote", "ACCEPT")),
                List.of(new ResultForm.Party(CONSUMER, "topup", "consumer_signature")),
                List.of(SESSION, CONSUMER, "previous_total"),
                new ResultForm.Origin(
                        "CONSUMER_SIGNED_TOPUP", List.of("result", "decision"), List.of("result", "votes")));
    }

    private ResultForm attestation(TransactionSpec transaction) {
        return new ResultForm(
                ItemType.ATTESTATION,
                struct(transaction, "Attestation"),
                lock,
                new TreeMap<>(),
                vote(transaction, "ATTESTATION_SHARE", "attestation_hash", new TreeMap<>()),
                List.of(),
                List.of(SESSION, CONSUMER),
                new ResultForm.Origin("ATTESTATION_RESULT", List.of("attestation"), List.of("shares")));
    }

    private static ResultForm settlement(TransactionSpec transaction) {
        return new ResultForm(
                ItemType.SETTLEMENT_RESULT,
                struct(transaction, "Settlement"),
                null,
                new TreeMap<>(),
                vote(transaction, "SETTLEMENT_SHARE", "settlement_hash", new TreeMap<>()),
                List.of(),
                List.of(SESSION, CONSUMER),
                new ResultForm.Origin("SETTLEMENT_RESULT", List.of("settlement"), List.of("signatures")));
    }

    private static ResultForm healthCheck(TransactionSpec transaction) {
        return new ResultForm(
                ItemType.CHECK_RESULT,
                struct(transaction, "CheckDecision"),
                null,
                new TreeMap<>(),
                vote(transaction, "CHECK_SHARE", "decision_hash", new TreeMap<>()),
                List.of(),
                List.of(SESSION, "subject"),
                new ResultForm.Origin("CHECK_RESULT", List.of("result", "decision"), List.of("result", "shares")));
    }

    private static Map<String, Value> only(String field, String member) {
        TreeMap<String, Value> values = new TreeMap<>();
        values.put(field, new Value.EnumMember(member));
        return values;
    }

    private static ResultForm.Vote vote(
            TransactionSpec transaction, String message, String hash, Map<String, Value> required) {
        MessageModel model = transaction.message(message);
        if (model == null || !model.signed()) {
            throw new IllegalArgumentException(
                    "transaction " + transaction.model().id() + " needs a signed message " + message);
        }
        TypeDescriptor.StructOf body = model.body().descriptor();
        List<String> fields = body.shape().fields();
        int signed = fields.size() - 1;
        return new ResultForm.Vote(
                new TypeDescriptor.StructOf(
                        StructShape.of(body.shape().name(), fields.subList(0, signed)),
                        body.types().subList(0, signed)),
                hash,
                required);
    }

    private static TypeDescriptor.StructOf struct(TransactionSpec transaction, String name) {
        ProtocolModel model = transaction.model();
        return model.structs().stream()
                .filter(struct -> struct.name().equals(name))
                .map(RecordModel::descriptor)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("transaction " + model.id() + " needs a struct " + name));
    }
}
