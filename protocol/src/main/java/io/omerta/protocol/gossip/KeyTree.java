package io.omerta.protocol.gossip;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of marks as a Merkle tree over their digits in base 16, so that two peers find where their sets differ by comparing
 * few hashes (Merkle, "A Digital Signature Based on a Conventional Encryption Function", 1987; used for anti-entropy by
 * DeCandia et al., "Dynamo", 2007, section 4.7). Equal sets have equal trees, in whichever order they came about.
 */
final class KeyTree {
    /** A part of the tree with at most so many marks has no parts of its own. */
    static final int LEAF_MARKS_MAX = 16;

    /** Parts of a part that has any. */
    static final int FANOUT = 16;

    private static final HashDomain LEAF = HashDomain.of("omerta.gossip.leaf");
    private static final HashDomain PARTS = HashDomain.of("omerta.gossip.parts");

    /** Either a leaf, which has marks and no children, or not. */
    private static final class Node {
        TreeSet<Mark> marks = new TreeSet<>();
        Node @Nullable [] children;
        int size;

        /** Hash of all below, or null if it must be computed anew. */
        @Nullable
        Mark summary = Mark.NOTHING;
    }

    private final Hasher hasher;
    private final Node root = new Node();

    KeyTree(Hasher hasher) {
        this.hasher = hasher;
    }

    int size() {
        return root.size;
    }

    void add(Mark mark) {
        if (leaf(mark).marks.contains(mark)) {
            return;
        }
        Node node = root;
        int depth = 0;
        while (true) {
            node.size++;
            node.summary = null;
            if (node.children == null) {
                break;
            }
            node = node.children[mark.digit(depth++)];
        }
        node.marks.add(mark);
        if (node.size > LEAF_MARKS_MAX) {
            split(node, depth);
        }
    }

    void remove(Mark mark) {
        if (!leaf(mark).marks.contains(mark)) {
            return;
        }
        Node node = root;
        int depth = 0;
        while (true) {
            node.size--;
            node.summary = null;
            if (node.children == null) {
                break;
            }
            if (node.size <= LEAF_MARKS_MAX) {
                TreeSet<Mark> marks = new TreeSet<>();
                collect(node, marks);
                node.marks = marks;
                node.children = null;
                break;
            }
            node = node.children[mark.digit(depth++)];
        }
        node.marks.remove(mark);
    }

    /** Hash of all marks that begin with some digits; {@link Mark#NOTHING} if there are none. */
    Mark summary(byte[] prefix) {
        Node node = find(prefix);
        return node == null ? summary(marksBelow(prefix)) : summary(node);
    }

    /** How many marks begin with some digits. */
    int size(byte[] prefix) {
        Node node = find(prefix);
        return node == null ? marksBelow(prefix).size() : node.size;
    }

    /** All marks that begin with some digits. */
    TreeSet<Mark> marks(byte[] prefix) {
        Node node = find(prefix);
        if (node == null) {
            return marksBelow(prefix);
        }
        TreeSet<Mark> marks = new TreeSet<>();
        collect(node, marks);
        return marks;
    }

    private Node leaf(Mark mark) {
        Node node = root;
        for (int depth = 0; node.children != null; depth++) {
            node = node.children[mark.digit(depth)];
        }
        return node;
    }

    /** The part of the tree with a prefix, or null if it is within a leaf. */
    private @Nullable Node find(byte[] prefix) {
        Node node = root;
        for (byte digit : prefix) {
            if (node.children == null) {
                return null;
            }
            node = node.children[digit];
        }
        return node;
    }

    /** The marks with a prefix that is longer than that of the leaf they are in. */
    private TreeSet<Mark> marksBelow(byte[] prefix) {
        Node node = root;
        for (int depth = 0; node.children != null; depth++) {
            node = node.children[prefix[depth]];
        }
        TreeSet<Mark> below = new TreeSet<>(node.marks);
        below.removeIf(mark -> !beginsWith(mark, prefix));
        return below;
    }

    private static boolean beginsWith(Mark mark, byte[] prefix) {
        for (int place = 0; place < prefix.length; place++) {
            if (mark.digit(place) != prefix[place]) {
                return false;
            }
        }
        return true;
    }

    private static void split(Node node, int depth) {
        Node[] children = new Node[FANOUT];
        for (int digit = 0; digit < FANOUT; digit++) {
            children[digit] = new Node();
        }
        for (Mark mark : node.marks) {
            Node child = children[mark.digit(depth)];
            child.marks.add(mark);
            child.size++;
            child.summary = null;
        }
        node.marks = new TreeSet<>();
        node.children = children;
        for (Node child : children) {
            if (child.size > LEAF_MARKS_MAX) {
                split(child, depth + 1);
            }
        }
    }

    private static void collect(Node node, TreeSet<Mark> into) {
        into.addAll(node.marks);
        if (node.children != null) {
            for (Node child : node.children) {
                collect(child, into);
            }
        }
    }

    private Mark summary(Node node) {
        Mark known = node.summary;
        if (known != null) {
            return known;
        }
        Mark summary;
        if (node.children == null) {
            summary = summary(node.marks);
        } else {
            ByteBuffer parts = ByteBuffer.allocate(FANOUT * Mark.BYTES);
            for (Node child : node.children) {
                summary(child).write(parts);
            }
            summary = hash(PARTS, parts);
        }
        node.summary = summary;
        return summary;
    }

    private Mark summary(Collection<Mark> marks) {
        if (marks.isEmpty()) {
            return Mark.NOTHING;
        }
        ByteBuffer parts = ByteBuffer.allocate(marks.size() * Mark.BYTES);
        marks.forEach(mark -> mark.write(parts));
        return hash(LEAF, parts);
    }

    private Mark hash(HashDomain domain, ByteBuffer parts) {
        return Mark.of(hasher.hash(domain, ByteString.of(parts.array())));
    }
}
