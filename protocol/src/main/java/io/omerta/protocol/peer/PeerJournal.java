package io.omerta.protocol.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a peer's journal, by the part that wrote them: one byte that says which, and the part's own entry.
 *
 * @param sessions of the session host
 * @param gossip of the gossip
 * @param heads see {@link SeenHead}
 */
record PeerJournal(List<byte[]> sessions, List<byte[]> gossip, List<byte[]> heads) {
    /** Who wrote an entry. */
    enum Part {
        SESSIONS(1),
        GOSSIP(2),
        HEADS(3);

        private final byte tag;

        Part(int tag) {
            this.tag = (byte) tag;
        }

        byte[] entry(byte[] content) {
            byte[] entry = new byte[1 + content.length];
            entry[0] = tag;
            System.arraycopy(content, 0, entry, 1, content.length);
            return entry;
        }
    }

    /** @throws IllegalArgumentException if an entry is of no part */
    static PeerJournal split(List<byte[]> entries) {
        PeerJournal journal = new PeerJournal(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (byte[] entry : entries) {
            byte[] content = new byte[Math.max(0, entry.length - 1)];
            System.arraycopy(entry, Math.min(1, entry.length), content, 0, content.length);
            journal.of(entry.length == 0 ? 0 : entry[0]).add(content);
        }
        return journal;
    }

    private List<byte[]> of(int tag) {
        return switch (tag) {
            case 1 -> sessions;
            case 2 -> gossip;
            case 3 -> heads;
            default -> throw new IllegalArgumentException(
                    "the journal has an entry that is not of this version of the program");
        };
    }

    /** The entries of all parts, as the journal has them. The parts need not keep their order among each other. */
    List<byte[]> joined() {
        List<byte[]> entries = new ArrayList<>();
        heads.forEach(entry -> entries.add(Part.HEADS.entry(entry)));
        gossip.forEach(entry -> entries.add(Part.GOSSIP.entry(entry)));
        sessions.forEach(entry -> entries.add(Part.SESSIONS.entry(entry)));
        return entries;
    }
}
