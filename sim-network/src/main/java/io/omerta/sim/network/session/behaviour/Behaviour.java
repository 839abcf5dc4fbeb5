package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Machine;
import java.util.function.Function;

/** A way not to keep to the protocol. */
public enum Behaviour {
    /** As a witness, says nothing. */
    SILENT_WITNESS(
            parts -> new Muted(parts.honest(), header -> header.senderRole().equals("Witness"))),
    /** As a witness, claims that nobody has any funds. */
    REFUSING_WITNESS(parts -> parts.observed(FalseFunds.NONE)),
    /** As a witness, claims that everybody has all funds. */
    APPROVING_WITNESS(parts -> parts.observed(FalseFunds.UNLIMITED)),
    /** Tells half of the peers that there are funds, and the other half that there are none; signs both. */
    TWO_FACED_WITNESS(parts -> new TwoFaced(parts.observed(FalseFunds.UNLIMITED), parts.unobserved(FalseFunds.NONE))),
    /** Sends old messages again, and some of the new ones twice. */
    REPLAYING_PEER(parts -> new Replaying(parts.honest())),
    /** As a provider, never acknowledges a lock. */
    UNACKNOWLEDGING_PROVIDER(
            parts -> new Muted(parts.honest(), header -> header.message().equals("LOCK_ACKNOWLEDGEMENT"))),
    /** As a consumer, asks for locks without a look at its own funds. */
    RECKLESS_CONSUMER(parts -> parts.observed(new BoundlessFunds())),
    /** As a consumer, asks for a lock and forgets about it. */
    VANISHING_CONSUMER(parts -> new Muted(
            parts.honest(),
            header -> header.message().equals("LOCK_FINAL") || header.message().equals("LOCK_RELEASED"))),
    /** As a consumer, keeps two chains, and locks the same funds on each. */
    FORKING_CONSUMER(parts -> new Forked(parts.honest(), parts.honest()));

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above keep nothing
    private final Function<NodeParts, Machine> factory;

    Behaviour(Function<NodeParts, Machine> factory) {
        this.factory = factory;
    }

    /** The machine of a node that behaves so. */
    public Machine machine(NodeParts parts) {
        return factory.apply(parts);
    }
}
