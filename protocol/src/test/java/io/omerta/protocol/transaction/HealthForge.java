package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.SUBJECT;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes what peers could say about a health check that do not keep to the protocol. */
record HealthForge(HealthSession session) {
    SessionHarness harness() {
        return session.harness();
    }

    NodeIdentity identity(int node) {
        return session.node(node).identity;
    }

    /** A decision as if it had been made now. */
    Struct decision(String outcome, List<PeerId> cabal) {
        return decision(outcome, cabal, harness().nowMillis());
    }

    Struct decision(String outcome, List<PeerId> cabal, long atMillis) {
        Beacon beacon = HealthSession.beacon(harness());
        List<PeerId> sorted = new ArrayList<>(cabal);
        Collections.sort(sorted);
        return session.forge()
                .make(
                        identity(SUBJECT),
                        "CheckDecision",
                        "subject",
                        harness().peer(SUBJECT),
                        "trigger_peer",
                        harness().peer(session.trigger()),
                        "epoch",
                        new Value.Int(beacon.epoch()),
                        "beacon",
                        beacon.value(),
                        "inputs_hash",
                        beacon.value(),
                        "outcome",
                        new Value.EnumMember(outcome),
                        "audit_hash",
                        beacon.value(),
                        "suspicion",
                        new Value.Int(0),
                        "witnesses",
                        ValueList.of(sorted),
                        "timestamp",
                        new Value.Timestamp(atMillis));
    }

    /** A decision that the trigger peer's check could have led to. */
    Struct decided(String outcome) {
        Struct check = (Struct) session.variable(session.trigger(), "TriggerPeer", "check");
        List<Object> fields = new ArrayList<>();
        for (String field : check.shape().fields()) {
            fields.add(field);
            fields.add(Forge.field(check, field));
        }
        fields.addAll(
                List.of("outcome", new Value.EnumMember(outcome), "audit_hash", Forge.field(check, "inputs_hash")));
        return session.forge().make(identity(SUBJECT), "CheckDecision", fields.toArray());
    }

    Struct result(Struct decision, List<NodeIdentity> signers) {
        String outcome = ((Value.EnumMember) Forge.field(decision, "outcome")).name();
        return session.forge()
                .make(
                        signers.get(0),
                        "CheckResult",
                        "decision",
                        decision,
                        "shares",
                        ValueList.of(signers.stream()
                                .map(signer -> share(signer, outcome, decision))
                                .toList()));
    }

    /** A result as its member sends it. */
    Struct message(NodeIdentity sender, String name, Struct result, Struct... discrepancies) {
        return session.forge().make(sender, name, "result", result, "discrepancies", ValueList.of(discrepancies));
    }

    /** A member's signature in the session of the decision. */
    Struct share(NodeIdentity witness, String outcome, Struct decision) {
        Forge forge = session.forge();
        return forge.make(
                witness,
                "CHECK_SHARE",
                "session_id",
                Forge.field(decision, "session_id"),
                "witness",
                witness.peerId(),
                "outcome",
                new Value.EnumMember(outcome),
                "decision_hash",
                forge.hash(decision));
    }

    /** A chain with one more block. */
    Chain with(Chain chain, int owner, Struct body) {
        return chain.append(body, harness().nowMillis(), identity(owner).signer(), harness().hasher);
    }
}
