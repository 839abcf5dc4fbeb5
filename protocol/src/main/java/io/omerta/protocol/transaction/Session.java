package io.omerta.protocol.transaction;

import io.omerta.protocol.envelope.ReplayWindow;
import io.omerta.protocol.envelope.Sealing;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.wire.PeerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One machine of a node with what its host keeps for it. */
final class Session {
    final SessionKey key;
    final Program.Part part;

    /** Who made the node begin it; the node itself for what its owner or another session began. */
    final PeerId opener;

    final Sealing sealing;

    /** Distinguishes it from all others of the node, for the names of timers; negative before its first step. */
    long number = -1;

    Configuration configuration;
    ReplayWindow window = ReplayWindow.EMPTY;

    /** How often the machine drew random bytes. */
    long draws;

    /** When each armed timer runs out, by the node's clock. */
    final TreeMap<Integer, Long> deadlinesNanos = new TreeMap<>();

    private final Map<String, Long> sequences = new LinkedHashMap<>();

    Session(SessionKey key, Program.Part part, PeerId opener, NodeIdentity node) {
        this.key = key;
        this.part = part;
        this.opener = opener;
        this.sealing = new Sealing(key.transaction(), key.session(), node.hasher(), node.signer());
        this.configuration = part.machine().initial();
    }

    /** Whether it was begun: until then it is only a place where early messages wait. */
    boolean hasBegun() {
        return !configuration.state().initial();
    }

    /** Whether anything of it is remembered: that it is under way, that it has ended, or messages that came too early. */
    boolean isKept() {
        return hasBegun() || hasEnded() || !configuration.waiting().isEmpty();
    }

    boolean hasEnded() {
        return configuration.state().terminal();
    }

    /** A number not used before for messages of a type. */
    long nextSequence(MessageModel message) {
        return sequences.merge(message.name(), 1L, Long::sum) - 1;
    }
}
