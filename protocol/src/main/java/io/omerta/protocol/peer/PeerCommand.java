package io.omerta.protocol.peer;

import io.omerta.protocol.host.Input;
import io.omerta.protocol.wire.PeerId;
import org.jspecify.annotations.Nullable;

/** What the host of a {@link Peer} tells it beside the commands of its sessions. The host repeats it after a restart. */
public sealed interface PeerCommand {
    /** There is a connection to a peer from now on. How many there are, and to whom, is for the host to bound. */
    record NeighbourJoined(PeerId peer) implements PeerCommand {}

    /** There is no connection to a peer any more. */
    record NeighbourLeft(PeerId peer) implements PeerCommand {}

    PeerId peer();

    /** As a host gives it to the machine. */
    default Input.Command toInput() {
        return new Input.Command(
                this instanceof NeighbourJoined ? "neighbour-joined" : "neighbour-left", peer().toByteArray());
    }

    /** The command that an input is, or null if it is none of these. */
    static @Nullable PeerCommand of(Input.Command input) {
        if (input.argument().length != PeerId.BYTES) {
            return null;
        }
        return switch (input.name()) {
            case "neighbour-joined" -> new NeighbourJoined(PeerId.of(input.argument()));
            case "neighbour-left" -> new NeighbourLeft(PeerId.of(input.argument()));
            default -> null;
        };
    }
}
