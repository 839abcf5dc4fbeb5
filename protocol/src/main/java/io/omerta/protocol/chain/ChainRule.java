package io.omerta.protocol.chain;

/** The rules that every block of a chain keeps, in the order in which they are checked. */
public enum ChainRule {
    OWNER("it is in the chain of its owner"),
    HEIGHT("its height is one more than that of the block before it"),
    PREVIOUS_HASH("it names the hash of the block before it"),
    TIME("it is not dated before the block before it"),
    GENESIS("the first block, and no other, is of type " + Block.GENESIS + " and has no fields"),
    SIGNATURE("its owner signed it"),
    /** Only for the first block of a segment that begins with a known block. */
    ANCHOR("it is the block that is known");

    private final String description;

    ChainRule(String description) {
        this.description = description;
    }

    /** What every block does, to follow "a block is valid if". */
    public String description() {
        return description;
    }
}
