package io.omerta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether this machine can run scenarios, and says what to do where it cannot. */
@Command(
        name = "doctor",
        description = "Check that this machine can run scenarios; ends with 3 if it cannot.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<MachineCheck> checks = checks();
        if (json) {
            terminal.out().println(asJson(checks));
        } else {
            checks.forEach(this::print);
        }
        return exit(checks).code();
    }

    static CliExit exit(List<MachineCheck> checks) {
        boolean failed = checks.stream().anyMatch(check -> check.status() == MachineCheck.Status.FAIL);
        return failed ? CliExit.INVALID_INPUT : CliExit.HELD;
    }

    private List<MachineCheck> checks() {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                MachineCheck.java(
                        Runtime.version().feature(),
                        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor")),
                MachineCheck.cores(runtime.availableProcessors()),
                MachineCheck.memory(runtime.maxMemory()),
                MachineCheck.resultsFolder(out),
                MachineCheck.disk(out),
                MachineCheck.surroundings(ZoneId.systemDefault().getId(), Locale.getDefault()),
                MachineCheck.fonts(MachineCheck::fontFamilyCount),
                MachineCheck.commit(BuildInfo.ofProcess()));
    }

    private void print(MachineCheck check) {
        String mark =
                switch (check.status()) {
                    case OK -> "@|green ok  |@";
                    case WARN -> "@|yellow warn|@";
                    case FAIL -> "@|bold,red fail|@";
                };
        String remedy = check.remedy().isEmpty() ? "" : "; " + check.remedy();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s  %-14s  %s%s",
                        terminal.out().ansi().string(mark),
                        check.name(),
                        check.detail(),
                        remedy));
    }

    /** What --json prints. */
    private record Report(boolean ready, List<MachineCheck> checks) {}

    private static String asJson(List<MachineCheck> checks) throws JsonProcessingException {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .build()
                .writeValueAsString(new Report(exit(checks) == CliExit.HELD, checks));
    }
}
