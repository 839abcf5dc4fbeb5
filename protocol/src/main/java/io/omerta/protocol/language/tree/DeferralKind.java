package io.omerta.protocol.language.tree;

/** What becomes of a message that no transition of the state awaits. */
public enum DeferralKind {
    /** It waits until a later state has a transition for it. */
    DEFER("defer"),
    /** It is dropped. */
    IGNORE("ignore");

    private final String word;

    DeferralKind(String word) {
        this.word = word;
    }

    /** The kind as written. */
    public String word() {
        return word;
    }
}
