package io.omerta.cli;

import io.omerta.protocol.explore.Bounds;
import io.omerta.protocol.explore.Faults;
import io.omerta.protocol.explore.ParameterText;
import io.omerta.protocol.explore.Setup;
import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to check: the file, who takes part, what may go wrong, and how far to look. */
final class CheckOptions {
    private static final String WITNESS = "Witness";

    private static final int WALK_DEPTH = 1_000;
    private static final Path NO_FILE = Path.of("");

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "Protocol file (.omt).")
    private Path file = NO_FILE;

    @Option(
            names = "--instances",
            paramLabel = "ROLE=N",
            description = "Machines of a role (default: one); may be repeated.")
    private Map<String, Integer> instances = new LinkedHashMap<>();

    @Option(names = "--witnesses", paramLabel = "N", description = "As --instances Witness=N.")
    private int witnesses;

    @Option(
            names = "--byzantine",
            paramLabel = "[ROLE=]N",
            description = "Machines of a role, without one of Witness, that may lie; may be repeated.")
    private List<String> byzantine = new ArrayList<>();

    @Option(
            names = "--lies",
            paramLabel = "N",
            description = "Messages that liars may make up in a run (default: ${DEFAULT-VALUE}).")
    private int lies = 1;

    @Option(names = "--drops", paramLabel = "N", description = "Messages that the network may lose in a run.")
    private int drops;

    @Option(names = "--duplicates", paramLabel = "N", description = "Messages that it may deliver twice.")
    private int duplicates;

    @Option(
            names = "--crashes",
            paramLabel = "N",
            description = "Restarts that lose what was on its way to a machine, or what it was about to send.")
    private int crashes;

    @Option(
            names = "--timers",
            paramLabel = "WHEN",
            description =
                    "${COMPLETION-CANDIDATES}: at any moment (default); only when no message is in flight; or then the"
                            + " one that is due first, with a clock that goes on.")
    private Setup.Timers timers = Setup.Timers.ANY;

    @Option(
            names = "--punctual",
            paramLabel = "PARAMETER",
            split = ",",
            description = "Timeouts that no honest machine may run into; may be repeated.")
    private List<String> punctual = new ArrayList<>();

    @Option(names = "--ordered", description = "Deliver messages from one machine to another in order.")
    private boolean ordered;

    @Option(
            names = "--trigger",
            paramLabel = "CALL",
            description =
                    "A call that a host makes, such as 'Consumer.initiate_lock(Provider, 100, 1)', once at any moment;"
                            + " may be repeated (default: every trigger of every machine, with a few arguments).")
    private List<String> calls = new ArrayList<>();

    @Option(
            names = "--answer",
            paramLabel = "QUESTION=VALUE|...",
            description = "What hosts answer to a native function or builtin, or READ.key (default: a few values).")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Another value of a parameter of the file.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--property",
            paramLabel = "NAME",
            description =
                    "Check this property of the file (default: all of them); may be repeated. What must hold of every"
                            + " protocol is checked in any case.")
    private List<String> properties = new ArrayList<>();

    @Option(
            names = "--states",
            paramLabel = "N",
            description = "States to look at before giving up (default: ${DEFAULT-VALUE}).")
    private int states = 1_000_000;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Moves of a run (default: no bound; " + WALK_DEPTH + " for --walks).")
    private int depth = Integer.MAX_VALUE;

    @Option(names = "--exact", description = "Count every state, also those that differ in nothing that matters.")
    private boolean exact;

    boolean isFileGiven() {
        return !file.equals(NO_FILE);
    }

    Path file() {
        return file;
    }

    boolean reduced() {
        return !exact;
    }

    /** Bounds of a search. */
    Bounds bounds() {
        if (states < 1 || depth < 1) {
            throw new InvalidInputException("--states and --depth are at least 1");
        }
        return new Bounds(states, depth);
    }

    /** Moves of a random run. */
    int walkDepth() {
        return Math.min(depth, WALK_DEPTH);
    }

    Faults faults() {
        if (drops < 0 || duplicates < 0 || crashes < 0 || lies < 0) {
            throw new InvalidInputException("--drops, --duplicates, --crashes and --lies are at least 0");
        }
        return new Faults(drops, duplicates, crashes, byzantine.isEmpty() ? 0 : lies);
    }

    /** @throws InvalidInputException if the file has errors or a parameter does not fit */
    Setup setup() {
        ProtocolModel model = model();
        try {
            TransactionSpec transaction = TransactionSpec.compile(model, ParameterText.read(model, parameters));
            if (!properties.isEmpty()) {
                transaction = transaction.withProperties(properties);
            }
            Map<String, List<String>> texts = new LinkedHashMap<>();
            answers.forEach((question, values) -> texts.put(question, Arrays.asList(values.split("\\|", -1))));
            return Setup.of(transaction)
                    .withInstances(instances())
                    .withByzantine(byzantine())
                    .withCalls(calls)
                    .withAnswers(texts)
                    .withOrderedChannels(ordered)
                    .withTimers(timers)
                    .withPunctual(punctual);
        } catch (IllegalArgumentException unfit) {
            throw new InvalidInputException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private ProtocolModel model() {
        OmtFiles files = new OmtFiles(Path.of(""));
        OmtFiles.Chosen chosen = files.choose(List.of(file)).get(0);
        CheckedProtocol checked = Checker.check(files.source(chosen.path()), OmtImports.around(files, chosen));
        if (checked.model() != null) {
            return checked.model();
        }
        List<Diagnostic> errors = checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        throw new InvalidInputException(
                DiagnosticText.render(errors.get(0)).lines().findFirst().orElse("")
                        + (errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)")
                        + "; see \"omerta omt lint " + file + "\"");
    }

    private Map<String, Integer> instances() {
        Map<String, Integer> all = new LinkedHashMap<>(instances);
        if (witnesses > 0) {
            all.put(WITNESS, witnesses);
        }
        return all;
    }

    private Map<String, Integer> byzantine() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (String text : byzantine) {
            int equals = text.indexOf('=');
            try {
                all.put(equals < 0 ? WITNESS : text.substring(0, equals), Integer.parseInt(text.substring(equals + 1)));
            } catch (NumberFormatException noNumber) {
                throw new InvalidInputException("--byzantine takes N or ROLE=N, not \"" + text + "\"", noNumber);
            }
        }
        return all;
    }
}
