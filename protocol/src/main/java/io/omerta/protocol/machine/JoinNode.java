package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/** Two strings, byte strings or lists in one. */
final class JoinNode extends Node {
    private final Node left;
    private final Node right;

    JoinNode(Node left, Node right, Span span) {
        super(span);
        this.left = left;
        this.right = right;
    }

    @Override
    Value value(Frame frame) {
        Value first = left.present(frame);
        return NumberBuiltins.join(this, first, right.present(frame));
    }
}
