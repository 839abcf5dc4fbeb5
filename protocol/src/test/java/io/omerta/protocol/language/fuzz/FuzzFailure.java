package io.omerta.protocol.language.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * An input that a target did not withstand.
 *
 * @param input what it was fed
 * @param target its name
 * @param thrown what came of it
 */
record FuzzFailure(FuzzInput input, String target, Throwable thrown) {
    private static final int MAX_FRAMES = 12;

    /** The failure for people: what, how to see it again, and the input. */
    @Override
    public String toString() {
        StringWriter out = new StringWriter();
        PrintWriter lines = new PrintWriter(out);
        lines.println("input " + input.number() + " (" + input.kind() + ", " + input.bytes().length + " bytes) fails "
                + target + ": " + thrown);
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, MAX_FRAMES); i++) {
            lines.println("    at " + trace[i]);
        }
        lines.println(
                "  replay: mvn -pl protocol -am test -Dtest=LanguageFuzzTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Domerta.fuzz.first=" + input.number() + " -Domerta.fuzz.inputs=1");
        lines.println(input.shown());
        lines.flush();
        return out.toString();
    }
}
