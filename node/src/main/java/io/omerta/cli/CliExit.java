package io.omerta.cli;

import io.omerta.sim.record.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the program ends: the exit codes that scripts and continuous integration rely on. */
public enum CliExit {
    HELD(0, "done; every property that was checked held"),
    VIOLATED(1, "a property was violated"),
    INCONCLUSIVE(2, "inconclusive: budget spent, too few replications or a missing recording"),
    INVALID_INPUT(3, "the command line, a file or the machine is not as required"),
    INTERNAL_ERROR(4, "internal error, or a run that did not repeat itself"),
    /** The code that a shell reports for a process ended by the interrupt signal (128 + 2). */
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    CliExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The exit that reports the outcome of a run. */
    public static CliExit of(Outcome outcome) {
        return switch (outcome) {
            case HELD -> HELD;
            case VIOLATED -> VIOLATED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** Code to meaning, in ascending order, as the usage text prints them. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (CliExit exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }
}
