package io.omerta.protocol.chain;

/** What a header that was seen says about its owner. */
public sealed interface Sighting {
    /** The owner did not sign it: whoever sent it says nothing about the owner. */
    record Forged() implements Sighting {}

    /** It is the highest of the owner's so far. */
    record Advanced(PeerView view) implements Sighting {}

    /** It is not higher than what is known and contradicts none of it. */
    record Known(PeerView view) implements Sighting {}

    /** It contradicts one that the owner signed before. */
    record Forked(ForkEvidence evidence, PeerView view) implements Sighting {}
}
