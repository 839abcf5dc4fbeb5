package io.omerta.protocol.transaction;

import java.util.List;

/** Holes of the published attestation. */
final class CabalHoles {
    private static final String SHIPPED = "01_cabal_attestation/transaction.omt";
    private static final String RESTS = "rests by timeouts alone";

    /** The explorer has no machine whose signature over a nonce would be genuine; every signature of it counts. */
    private static final String MACHINE = "and VERIFY(vm_key, message.vm_signature, \"vm\", session_id, nonce)";

    private static final String REASON_IS_PROVEN = "invariant ReasonIsProven ( ALL(Witness, w =>"
            + " w.reason == null or w.reason != COMPLETED_NORMAL or w.cancel_request != null) )";
    private static final String CANCELLED_BY_CONSUMER = "invariant CancelledByConsumer ( ALL(Provider, p =>"
            + " p.request == null or SIGNED_BY(p.request, p.consumer)) )";
    private static final String MISUSE_IS_SEEN =
            "invariant MisuseIsSeen ( ALL(Witness, w => w.abort_reason == null or w.abort_reason != CONSUMER_MISUSE) )";
    private static final String CONNECTED_TO_PROVIDER = "invariant ConnectedToProvider ( ALL(Consumer, c =>"
            + " c.vm_key == null or ANY(Provider, p => p.peer_id == c.provider and p.vm_key == c.vm_key)) )";
    private static final String SHARES_COUNT = "invariant SharesCount ( ALL(Provider, p =>"
            + " p.attestation == null or LENGTH(p.shares) >= WITNESS_THRESHOLD) )";
    private static final String RUNNING_MEANS_REACHABLE = "invariant RunningMeansReachable ( ALL(Provider, p =>"
            + " p.state != Provider.VM_RUNNING or ANY(p.votes, v => v.can_reach_vm)) )";

    private static final String TERMS = "{amount 1, hourly_rate 1, provider_trust_milli 1}";

    private CabalHoles() {}

    private static Variant variant() {
        return Variant.of(ShippedTransactions.CABAL_ATTESTATION).without(MACHINE);
    }

    /** The published attestation by one witness of a session between a provider and a consumer. */
    private static Exploration published(String property, String consumer, String provider, String witness) {
        return Exploration.of(PublishedTransactions.CABAL_ATTESTATION)
                .property(property)
                .call(provider + ".start_session(known, " + consumer + ", [" + witness + "])")
                .call(consumer + ".setup_session(known, " + provider + ")")
                .call(witness.split(",")[0] + ".setup_session(known, " + consumer + ", " + provider + ", [])")
                .call(provider + ".allocate_vm(\"machine\")")
                .set("ATTESTATION_THRESHOLD", 1)
                .answer("check_vm_connectivity", "true")
                .answer("check_consumer_connected", "true");
    }

    private static Exploration published(String property) {
        return published(property, "Consumer", "Provider", "Witness");
    }

    /** The shipped attestation, or a variant, by one witness. */
    private static Exploration shipped(Variant variant, String consumer, String provider, String witness) {
        return Exploration.of(SHIPPED, variant)
                .call(provider + ".start_session(known, " + consumer + ", [" + witness + "], known, " + TERMS + ")")
                .call(consumer + ".setup_session(known, " + provider + ", [" + witness + "], known, " + TERMS + ")")
                .call(witness.split(",")[0] + ".setup_session(known, " + consumer + ", " + provider + ", [" + witness
                        + "], known, " + TERMS + ", false)")
                .call(provider + ".allocate_vm(" + provider + ", known, \"machine\")")
                .set("WITNESS_THRESHOLD", 1)
                .set("MAX_SESSION", 300)
                .answer("vm_answer", "known")
                .answer("is_connected", "true")
                .answer("confirms_misuse", "false")
                .answer("escrow_held", "1");
    }

    private static Exploration shipped(Variant variant) {
        return shipped(variant, "Consumer", "Provider", "Witness");
    }

    static List<Hole> all() {
        return List.of(
                new Hole(
                        "H3",
                        "anybody ends a session in the consumer's name",
                        "invariant CancelledByConsumer",
                        published("CancelledByConsumer", "Consumer[1]", "Provider", "Witness")
                                .instances("Consumer", 2)
                                .byzantine("Consumer", 1, 1),
                        shipped(variant().plus(CANCELLED_BY_CONSUMER), "Consumer[1]", "Provider", "Witness")
                                .instances("Consumer", 2)
                                .byzantine("Consumer", 1, 1)),
                new Hole(
                        "H6",
                        "empty shares of one witness complete an attestation",
                        "invariant SharesCount",
                        shipped(
                                        variant()
                                                .without("and LENGTH(DISTINCT(MAP(genuine, s => s.witness)))"
                                                        + " >= QUORUM(LENGTH(members))")
                                                .plus(SHARES_COUNT),
                                        "Consumer",
                                        "Provider",
                                        "Witness[1], Witness[2]")
                                .property("SharesCount")
                                .instances("Witness", 2)
                                .byzantine("Witness", 1, 1),
                        shipped(variant().plus(SHARES_COUNT), "Consumer", "Provider", "Witness[1], Witness[2]")
                                .instances("Witness", 2)
                                .byzantine("Witness", 1, 1)),
                new Hole(
                        "H14",
                        "the provider says what the consumer wanted",
                        "invariant ReasonIsProven",
                        shipped(variant()
                                        .with(
                                                "ELSE IF claimed == VM_DIED THEN VM_DIED ELSE PROVIDER_VOLUNTARY",
                                                "ELSE claimed")
                                        .plus(REASON_IS_PROVEN))
                                .call("Provider.cancel_session(COMPLETED_NORMAL)"),
                        shipped(variant().plus(REASON_IS_PROVEN)).call("Provider.cancel_session(COMPLETED_NORMAL)")),
                new Hole(
                        "H14",
                        "the attested duration is what the provider sends: nothing",
                        "invariant DurationIsObserved",
                        published("DurationIsObserved").call("Provider.cancel_session(COMPLETED_NORMAL)"),
                        shipped(variant()).call("Provider.cancel_session(COMPLETED_NORMAL)")),
                new Hole(
                        "H15",
                        "a text is evidence of misuse",
                        "invariant MisuseIsSeen",
                        published("MisuseIsSeen").byzantine("Provider", 1, 1),
                        shipped(variant().plus(MISUSE_IS_SEEN)).call("Provider.accuse(\"trust me\", known)")),
                new Hole(
                        "H16",
                        "the cabal aborts and tells nobody",
                        "invariant RunsWhileWatched",
                        published("RunsWhileWatched").answer("check_vm_connectivity", "false"),
                        shipped(variant()).answer("is_connected", "false")),
                new Hole(
                        "H19",
                        "anybody redirects a consumer to another machine",
                        "invariant ConnectedToProvider",
                        published("ConnectedToProvider", "Consumer", "Provider[1]", "Witness")
                                .instances("Provider", 2)
                                .byzantine("Provider", 1, 1),
                        shipped(variant().plus(CONNECTED_TO_PROVIDER), "Consumer", "Provider[1]", "Witness")
                                .instances("Provider", 2)
                                .byzantine("Provider", 1, 1)),
                new Hole(
                        "D2",
                        "a machine that nobody could reach passes its verification",
                        "invariant RunningMeansReachable",
                        published("RunningMeansReachable").answer("check_vm_connectivity", "false"),
                        shipped(variant().plus(RUNNING_MEANS_REACHABLE)).answer("is_connected", "false")),
                new Hole(
                        "D4",
                        "the provider's reason is stored as the text \"reason\"",
                        "invariant ReasonHasMeaning",
                        published("ReasonHasMeaning").call("Provider.cancel_session(COMPLETED_NORMAL)"),
                        shipped(variant()).call("Provider.cancel_session(COMPLETED_NORMAL)")),
                new Hole(
                        "D6",
                        "a witness waits for ever for shares of an attestation",
                        RESTS,
                        published("ConnectedToProvider").set("ATTESTATION_THRESHOLD", 3),
                        shipped(variant())));
    }
}
