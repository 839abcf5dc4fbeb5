package io.omerta.protocol.language.tree;

/** What is special about a state. */
public enum StateProperty {
    /** The actor starts here. */
    INITIAL("initial"),
    /** The actor ends here. */
    TERMINAL("terminal"),
    /** The actor may wait here for ever. */
    IDLE("idle");

    private final String word;

    StateProperty(String word) {
        this.word = word;
    }

    /** The property as written. */
    public String word() {
        return word;
    }
}
