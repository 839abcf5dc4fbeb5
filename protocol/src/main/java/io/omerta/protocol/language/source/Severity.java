package io.omerta.protocol.language.source;

/** How grave a diagnostic is. */
public enum Severity {
    /** The file cannot be used. */
    ERROR("error"),
    /** The file can be used, but something in it is likely a mistake. */
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** Name for people and for machine-readable output. */
    public String label() {
        return label;
    }
}
