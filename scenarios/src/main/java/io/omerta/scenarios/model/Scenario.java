package io.omerta.scenarios.model;

import io.omerta.sim.kernel.QueueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with every default filled in and every name resolved. All times are nanoseconds of virtual time.
 *
 * @param schemaVersion version of the scenario language, now 1
 * @param name machine name, also the name of the run's folder
 * @param title one line for people
 * @param description paragraphs for people; may be empty
 * @param seed seed of the experiment; every replication derives its own from it
 * @param replications number of independent replications, at least 1; the most there may be where a precision ends them
 * @param precision what ends the replications early, or null
 * @param confidence level of the intervals over replications, in (0, 1)
 * @param durationNanos virtual time after which a replication stops, or null to run until nothing is left to do
 * @param warmUpNanos virtual time before which observations are left out of the statistics
 * @param queue event list of the kernel; changes speed, never results
 * @param subject what it is about
 * @param expectations what the results are checked against
 * @param figures published figures that the results are put beside
 * @param comparison how variants are compared, or null
 * @param variants when not empty, these are run instead of the scenario itself
 * @param sweep the settings at which "omerta sweep" runs it, or null
 * @param report what goes into the report
 * @param resolvedYaml this scenario as YAML with every default written out; loading it gives an equal scenario
 * @param inputs every file that was read, in the order of reading: the scenario first
 */
public record Scenario(
        int schemaVersion,
        String name,
        String title,
        String description,
        long seed,
        int replications,
        @Nullable Precision precision,
        double confidence,
        @Nullable Long durationNanos,
        long warmUpNanos,
        QueueKind queue,
        Subject subject,
        List<Expectation> expectations,
        List<PublishedFigure> figures,
        @Nullable Comparison comparison,
        List<Variant> variants,
        @Nullable Sweep sweep,
        ReportOptions report,
        String resolvedYaml,
        List<InputFile> inputs) {
    public Scenario {
        expectations = List.copyOf(expectations);
        figures = List.copyOf(figures);
        variants = List.copyOf(variants);
        inputs = List.copyOf(inputs);
    }

    /**
     * The nodes that it is about.
     *
     * @throws IllegalStateException if it is about an economy
     */
    public Subject.Mesh mesh() {
        if (subject instanceof Subject.Mesh mesh) {
            return mesh;
        }
        throw new IllegalStateException("the scenario " + name + " has no nodes");
    }

    /**
     * A file that the scenario was made of.
     *
     * @param path as the user or the scenario names it; "preset:NAME" for a shipped preset
     * @param sha256 of its bytes, 64 hexadecimal digits
     */
    public record InputFile(String path, String sha256) {}

    /**
     * What goes into the report.
     *
     * @param notes remarks for the reader
     */
    public record ReportOptions(List<String> notes) {
        public ReportOptions {
            notes = List.copyOf(notes);
        }
    }
}
