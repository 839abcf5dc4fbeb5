package io.omerta.protocol.chain;

/** What the verification of a segment found. */
public sealed interface SegmentVerdict {
    /** Every block keeps every rule. */
    record Valid(VerifiedSegment segment) implements SegmentVerdict {}

    /**
     * A block breaks a rule; those before it keep all of them.
     *
     * @param index of the first such block in the segment
     * @param height that it claims
     * @param rule the first that it breaks
     */
    record Invalid(int index, long height, ChainRule rule) implements SegmentVerdict {
        /** What is wrong, in one line. */
        public String message() {
            return "block " + index + " of the segment, at height " + height + ", breaks the rule " + rule + ": "
                    + rule.description();
        }
    }
}
