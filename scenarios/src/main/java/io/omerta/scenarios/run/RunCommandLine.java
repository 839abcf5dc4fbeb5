package io.omerta.scenarios.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a run, and the command lines that reproduce it or a part of it.
 *
 * @param arguments as given
 * @param file scenario file as given
 * @param variant the one variant that was asked for, or ""
 * @param overrides every override, in order, as "dotted.key=value"; --seed and --replications among them
 */
public record RunCommandLine(List<String> arguments, String file, String variant, List<String> overrides) {
    public RunCommandLine {
        arguments = List.copyOf(arguments);
        overrides = List.copyOf(overrides);
    }

    /** The whole run again. */
    public String ofRun() {
        return text(overrides, variant);
    }

    /**
     * One replication alone: its seed is the seed of an experiment of one.
     *
     * @param among the variant it belongs to, if the run had several; else ""
     */
    public String ofReplication(String among, long seed) {
        List<String> alone = new ArrayList<>(overrides);
        alone.removeIf(change -> change.startsWith("seed=") || change.startsWith("replications="));
        alone.add("seed=" + seed);
        alone.add("replications=1");
        return text(alone, among.isEmpty() ? variant : among);
    }

    /** A whole suite again. */
    public static String ofSuite(String file, List<String> overrides) {
        return withChanges(new StringBuilder("./omerta suite ").append(quoted(file)), overrides);
    }

    /** A whole sweep again. */
    public String ofSweep() {
        return withChanges(new StringBuilder("./omerta sweep ").append(quoted(file)), overrides);
    }

    private String text(List<String> changes, String chosen) {
        StringBuilder command = new StringBuilder("./omerta run ").append(quoted(file));
        if (!chosen.isEmpty()) {
            command.append(" --variant ").append(quoted(chosen));
        }
        return withChanges(command, changes);
    }

    private static String withChanges(StringBuilder command, List<String> changes) {
        for (String change : changes) {
            if (change.startsWith("seed=")) {
                command.append(" --seed ").append(quoted(change.substring(5)));
            } else if (change.startsWith("replications=")) {
                command.append(" --replications ").append(quoted(change.substring(13)));
            } else {
                command.append(" --set ").append(quoted(change));
            }
        }
        return command.toString();
    }

    /** For a POSIX shell. */
    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./=:,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
