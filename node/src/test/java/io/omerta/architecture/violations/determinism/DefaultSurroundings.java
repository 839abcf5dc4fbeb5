package io.omerta.architecture.violations.determinism;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.Formatter;
import java.util.Locale;
import java.util.Scanner;
import java.util.TimeZone;

/** Every method depends on the locale, charset or time zone of the machine. */
public final class DefaultSurroundings {
    String format() {
        return String.format("%d", 1);
    }

    String formatted() {
        return "%d".formatted(1);
    }

    String lower(String s) {
        return s.toLowerCase();
    }

    String upper(String s) {
        return s.toUpperCase();
    }

    byte[] bytes(String s) {
        return s.getBytes();
    }

    String decoded(byte[] b) {
        return new String(b);
    }

    String partlyDecoded(byte[] b) {
        return new String(b, 0, 1);
    }

    void printed(PrintStream s) {
        s.printf("%d", 1);
    }

    InputStreamReader reader(InputStream s) {
        return new InputStreamReader(s);
    }

    OutputStreamWriter writer(OutputStream s) {
        return new OutputStreamWriter(s);
    }

    Scanner scanner(InputStream s) {
        return new Scanner(s);
    }

    Formatter formatter() {
        return new Formatter();
    }

    Formatter appending(StringBuilder b) {
        return new Formatter(b);
    }

    DecimalFormat pattern() {
        return new DecimalFormat("0.0");
    }

    NumberFormat number() {
        return NumberFormat.getInstance();
    }

    Locale locale() {
        return Locale.getDefault();
    }

    Charset charset() {
        return Charset.defaultCharset();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    TimeZone timeZone() {
        return TimeZone.getDefault();
    }
}
