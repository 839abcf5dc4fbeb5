package io.omerta.sim.network.session.check;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A consumer that is locked holds an authorised result (S5): its own signature and the provider's on this very decision, and
 * those of a quorum of distinct selected witnesses. Counted here from the signatures, by the quorum of {@link Cabal}, not by
 * the functions of the protocol file.
 */
public final class AuthorizedLock implements SessionCheck {
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private final Hasher hasher;
    private final Verifier verifier;
    private final SignedBody vote;
    private final Findings findings = new Findings();

    /** @param escrow transaction 00 */
    public AuthorizedLock(TransactionSpec escrow, Hasher hasher, Verifier verifier) {
        this.hasher = hasher;
        this.verifier = verifier;
        MessageModel message = Objects.requireNonNull(escrow.message("WITNESS_FINAL_VOTE"));
        this.vote = new SignedBody(message.body().shape());
    }

    @Override
    public String id() {
        return "authorized-lock";
    }

    @Override
    public String statement() {
        return "a locked consumer holds the signatures of itself, the provider and a quorum of distinct witnesses";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        if (step.isOf("00") && step.enters("Consumer", "LOCKED")) {
            String missing = missing(step.peer(), step.configuration());
            findings.expect(missing.isEmpty(), step.timeNanos(), () -> step + " without " + missing);
        }
    }

    /** What is missing in words, or an empty text. */
    private String missing(PeerId consumer, Configuration machine) {
        if (!(Variables.of(machine, "result") instanceof Struct result)
                || !(result.get("decision") instanceof Struct decision)
                || !(result.get("votes") instanceof ValueList votes)
                || !(decision.get("witnesses") instanceof ValueList members)
                || !(Variables.of(machine, "provider") instanceof PeerId provider)) {
            return "a result";
        }
        Hash hash = hasher.hash(TUPLE, ValueList.of(decision));
        if (!signed(consumer, Variables.of(machine, "consumer_signature"), hash)) {
            return "its own signature";
        }
        if (!signed(provider, Variables.of(machine, "provider_signature"), hash)) {
            return "the provider's signature";
        }
        List<PeerId> cabal = new ArrayList<>();
        members.elements().forEach(member -> cabal.add((PeerId) member));
        int voters = voters(votes, cabal, hash);
        int quorum = Cabal.of(cabal).quorum();
        return voters >= quorum ? "" : (quorum - voters) + " of " + quorum + " witnesses";
    }

    private boolean signed(PeerId signer, Value signature, Hash hash) {
        Hash statement = hasher.hash(STATEMENT, ValueList.of(new Text("lock"), hash));
        return signature instanceof Signature present && verifier.verify(signer, statement, present);
    }

    private int voters(ValueList votes, List<PeerId> cabal, Hash hash) {
        Set<PeerId> voters = new TreeSet<>();
        for (Value element : votes.elements()) {
            if (element instanceof Struct body
                    && body.get("witness") instanceof PeerId witness
                    && cabal.contains(witness)
                    && body.get("decision_hash") instanceof Hash decision
                    && decision.equals(hash)
                    && body.get("vote") instanceof Value.EnumMember verdict
                    && verdict.name().equals("ACCEPT")
                    && vote.isSignedBy(witness, body, hasher, verifier)) {
                voters.add(witness);
            }
        }
        return voters.size();
    }
}
