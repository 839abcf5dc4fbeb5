package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The functions of the attestation at their limits. */
class AttestationRulesTest {
    private static final TransactionSpec ATTESTATION = ShippedTransactions.CABAL_ATTESTATION.compile();

    private final SessionHarness harness =
            new SessionHarness(1, 0, List.of(ShippedTransactions.ESCROW_LOCK.compile(), ATTESTATION));
    private final Hash session = SessionId.of(harness.peer(0), harness.salt(), harness.hasher);
    private final Forge forge = new Forge(harness, ATTESTATION, session);
    private final NodeIdentity stranger = harness.stranger(99);
    private final List<NodeIdentity> cabal =
            IntStream.range(0, 5).mapToObj(harness::stranger).toList();

    private FunctionProbe probe(String parameters, String type, String expression) {
        return FunctionProbe.of(ShippedTransactions.CABAL_ATTESTATION, harness, parameters, type, expression);
    }

    private static Value.EnumMember reason(String name) {
        return new Value.EnumMember(name);
    }

    private static Struct observation(
            Forge forge, NodeIdentity witness, boolean verified, long seconds, String reason) {
        return forge.make(
                witness,
                "OBSERVATION",
                "witness",
                witness.peerId(),
                "connectivity_verified",
                verified ? Value.Bool.TRUE : Value.Bool.FALSE,
                "observed_seconds",
                new Value.Int(seconds),
                "escrowed",
                new Value.Int(300),
                "reason",
                reason(reason));
    }

    private Struct observation(NodeIdentity witness) {
        return observation(forge, witness, true, 60, "VM_DIED");
    }

    /** How many observations count, each of which is listed by the first so many members. */
    private int counted(List<Struct> observations, int listing) {
        List<Struct> seen = new ArrayList<>();
        for (NodeIdentity witness : cabal.subList(0, listing)) {
            seen.add(forge.make(
                    witness,
                    "OBSERVATIONS_SEEN",
                    "witness",
                    witness.peerId(),
                    "observations",
                    ValueList.of(observations)));
        }
        Value counted = probe(
                        "seen list<OBSERVATIONS_SEEN>, members list<peer_id>, session hash",
                        "list<OBSERVATION>",
                        "COUNTED(seen, members, session)")
                .ask(ValueList.of(seen), members(), session);
        return ((ValueList) counted).elements().size();
    }

    private ValueList members() {
        List<PeerId> members = cabal.stream().map(NodeIdentity::peerId).toList();
        return ValueList.of(members);
    }

    @Test
    void anObservationCountsIfThreeOthersOfFiveHaveIt() {
        Struct ofTheLast = observation(cabal.get(4));
        assertEquals(1, counted(List.of(ofTheLast), 3));
        assertEquals(0, counted(List.of(ofTheLast), 2));
        Struct ofTheFirst = observation(cabal.get(0));
        assertEquals(0, counted(List.of(ofTheFirst), 3), "its own list does not count");
        assertEquals(1, counted(List.of(ofTheFirst), 4));
    }

    @Test
    void onlyWhatAMemberHasSignedOfThisSessionCounts() {
        Forge elsewhere = new Forge(harness, ATTESTATION, forge.hash(session));
        assertEquals(0, counted(List.of(observation(elsewhere, cabal.get(4), true, 60, "VM_DIED")), 4));
        assertEquals(0, counted(List.of(observation(stranger)), 4));
        Struct borrowed =
                Forge.changed(observation(stranger), "witness", cabal.get(4).peerId());
        assertEquals(0, counted(List.of(borrowed), 4));
    }

    /** The attestation of what witnesses have seen: how many verified the machine, and the seconds and reason of each. */
    private Value attested(String field, int verified, Object... secondsAndReasons) {
        List<Struct> observations = new ArrayList<>();
        for (int i = 0; 2 * i < secondsAndReasons.length; i++) {
            observations.add(observation(
                    forge, cabal.get(i), i < verified, ((Number) secondsAndReasons[2 * i]).longValue(), (String)
                            secondsAndReasons[2 * i + 1]));
        }
        Value attestation = probe(
                        "seen list<OBSERVATION>, session hash, p peer_id",
                        "Attestation",
                        "ATTESTED(seen, session, session, p, p)")
                .ask(ValueList.of(observations), session, stranger.peerId());
        return Forge.field(attestation, field);
    }

    @Test
    void aMachineIsVerifiedByMoreThanHalf() {
        String died = "VM_DIED";
        assertEquals(Value.Bool.FALSE, attested("connectivity_verified", 2, 1, died, 1, died, 1, died, 1, died));
        assertEquals(Value.Bool.TRUE, attested("connectivity_verified", 3, 1, died, 1, died, 1, died, 1, died));
        assertEquals(new Value.Int(0), attested("actual_duration_seconds", 2, 1, died, 1, died, 1, died, 1, died));
    }

    @Test
    void theTimeIsTheLowerMedian() {
        String died = "VM_DIED";
        assertEquals(new Value.Int(20), attested("actual_duration_seconds", 4, 90, died, 10, died, 20, died, 30, died));
    }

    @Test
    void theReasonIsThatOfMostAndOfEquallyManyTheFirstInOrder() {
        assertEquals(
                reason("VM_DIED"),
                attested("termination_reason", 4, 1, "VM_DIED", 1, "COMPLETED_NORMAL", 1, "VM_DIED"));
        Value tied = attested("termination_reason", 4, 1, "VM_DIED", 1, "COMPLETED_NORMAL");
        assertEquals(tied, attested("termination_reason", 4, 1, "COMPLETED_NORMAL", 1, "VM_DIED"));
        assertEquals(reason("VM_DIED"), tied, "in canonical order shorter texts come first");
    }

    private Value admitted(String claimed, Value request) {
        NodeIdentity consumer = cabal.get(0);
        return probe(
                        "claimed TerminationReason, request CANCEL_REQUEST, consumer peer_id, session hash",
                        "TerminationReason",
                        "ADMITTED(claimed, request, consumer, session)")
                .ask(reason(claimed), request, consumer.peerId(), session);
    }

    @Test
    void aReasonIsTheConsumersByItsSignatureUnderThisSession() {
        NodeIdentity consumer = cabal.get(0);
        Struct request = forge.make(consumer, "CANCEL_REQUEST", "reason", reason("COMPLETED_NORMAL"));
        assertEquals(reason("COMPLETED_NORMAL"), admitted("PROVIDER_VOLUNTARY", request));
        assertEquals(
                reason("CONSUMER_REQUEST"),
                admitted("VM_DIED", forge.make(consumer, "CANCEL_REQUEST", "reason", reason("CONSUMER_REQUEST"))));
        assertEquals(
                reason("PROVIDER_VOLUNTARY"),
                admitted("CONSUMER_MISUSE", forge.make(consumer, "CANCEL_REQUEST", "reason", reason("TIMEOUT"))));
        assertEquals(
                reason("PROVIDER_VOLUNTARY"),
                admitted(
                        "COMPLETED_NORMAL",
                        forge.make(stranger, "CANCEL_REQUEST", "reason", reason("COMPLETED_NORMAL"))));
        Struct elsewhere = new Forge(harness, ATTESTATION, forge.hash(session))
                .make(consumer, "CANCEL_REQUEST", "reason", reason("COMPLETED_NORMAL"));
        assertEquals(reason("PROVIDER_VOLUNTARY"), admitted("COMPLETED_NORMAL", elsewhere));
        assertEquals(reason("VM_DIED"), admitted("VM_DIED", elsewhere));
    }
}
