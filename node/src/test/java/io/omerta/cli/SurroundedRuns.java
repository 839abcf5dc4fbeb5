package io.omerta.cli;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;

/**
 * The program of a child process: writes down what surrounds it, then carries out command lines one after the other.
 * The first argument is the file for the surroundings, each other one a command line, its words separated by {@code |}.
 */
final class SurroundedRuns {
    static final String WORD_SEPARATOR = "|";

    private SurroundedRuns() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), surroundings());
        for (String line : List.of(arguments).subList(1, arguments.length)) {
            int code = Omerta.run(Terminal.ofProcess(), line.split("\\|"));
            if (code > CliExit.INCONCLUSIVE.code()) {
                System.exit(code);
            }
        }
        System.exit(0);
    }

    /** Read from the running machine, not from its arguments, so that an option without effect shows. */
    private static String surroundings() {
        return String.join(
                "\n",
                "java " + Runtime.version().feature(),
                "mode " + System.getProperty("java.vm.info"),
                "collectors "
                        + ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .map(GarbageCollectorMXBean::getName)
                                .collect(Collectors.joining(", ")),
                "heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                "locale " + Locale.getDefault(),
                "digits " + String.format("%d", 12),
                "zone " + TimeZone.getDefault().getID(),
                "charset " + Charset.defaultCharset(),
                "identity hashes " + identityHash() + " " + identityHash(),
                "");
    }

    private static int identityHash() {
        return System.identityHashCode(new Object());
    }
}
