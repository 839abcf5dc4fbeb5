package io.omerta.sim.network.session.check;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.PropertySpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import java.util.List;

/**
 * The invariants that protocol files declare, over all honest machines of a session, after every step of one of them. They
 * verify many signatures: at scale only some of the sessions are looked at, chosen by their ids.
 */
public final class DeclaredProperties implements SessionCheck {
    private final List<TransactionSpec> transactions;
    private final Hasher hasher;
    private final Verifier verifier;
    private final int oneIn;
    private final Findings findings = new Findings();

    /** @param oneIn of how many sessions one is looked at, at least 1 */
    public DeclaredProperties(List<TransactionSpec> transactions, Hasher hasher, Verifier verifier, int oneIn) {
        this.transactions = List.copyOf(transactions);
        this.hasher = hasher;
        this.verifier = verifier;
        this.oneIn = oneIn;
    }

    @Override
    public String id() {
        return "declared-invariants";
    }

    @Override
    public String statement() {
        return "every invariant of the protocol files holds after every step"
                + (oneIn == 1 ? "" : ", in one of " + oneIn + " sessions");
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        if (!isLookedAt(step.key().session())) {
            return;
        }
        for (TransactionSpec transaction : transactions) {
            if (step.isOf(transaction.model().id())) {
                transaction.properties().stream()
                        .filter(property -> property.deadlineMillis() == 0)
                        .forEach(property -> check(property, step));
            }
        }
    }

    private boolean isLookedAt(Hash session) {
        byte[] bytes = session.toByteArray();
        int word = (bytes[0] & 0xff) << 16 | (bytes[1] & 0xff) << 8 | bytes[2] & 0xff;
        return word % oneIn == 0;
    }

    private void check(PropertySpec property, SessionStep step) {
        PropertySpec.Verdict verdict = property.evaluate(step.session().get(), hasher, verifier);
        findings.expect(
                verdict instanceof PropertySpec.Verdict.Holds,
                step.timeNanos(),
                () -> property.model().name() + " after " + step);
    }
}
