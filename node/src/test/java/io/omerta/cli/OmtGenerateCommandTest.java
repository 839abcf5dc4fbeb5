package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OmtGenerateCommandTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aClassForTheTransactionIsWrittenInItsPackage() throws IOException {
        Path out = folder.resolve("src");

        assertEquals(
                0, generate(file(SmallProtocol.CLEAN), "--package", "org.example.greeting", "--out", out.toString()));
        Path written = out.resolve("org/example/greeting/Greeting.java");
        assertEquals("wrote " + written + "\n", transcript.out());
        String text = Files.readString(written);
        assertTrue(text.startsWith("package org.example.greeting;\n"), text);
        assertTrue(text.contains("    public record Hello(String word) {\n"), text);
    }

    @Test
    void aFileWithoutATitleNamesTheClass() throws IOException {
        SmallProtocol.write(folder, "witness_types.omt", "struct Vote ( voter peer_id )");

        assertEquals(0, generate(folder.toString(), "--package", "org.example", "--out", folder.toString()));
        assertTrue(Files.exists(folder.resolve("org/example/WitnessTypes.java")));
    }

    @Test
    void aFileWithNothingToGenerateIsPassedOver() {
        Path library = SmallProtocol.write(folder, "library.omt", "parameters ( PATIENCE = 5 seconds )");

        assertEquals(0, generate(library.toString(), "--package", "org.example", "--out", folder + "/src"));
        assertEquals("", transcript.out());
        assertEquals(library + ": no message, block, struct or enum, so there is no class for it\n", transcript.err());
        assertFalse(Files.exists(folder.resolve("src")));
    }

    @Test
    void ifAFileHasAnErrorNothingIsWritten() {
        file(SmallProtocol.CLEAN);
        Path bad = SmallProtocol.write(folder, "bad.omt", SmallProtocol.BROKEN);

        assertEquals(1, generate(folder.toString(), "--package", "org.example", "--out", folder + "/src"));
        assertTrue(transcript.err().startsWith(bad + ":24:20: error OMT-S01: "), transcript.err());
        assertTrue(transcript.err().contains("\nnothing was written; "), transcript.err());
        assertFalse(Files.exists(folder.resolve("src")));
    }

    @Test
    void twoTransactionsOfOneTitleAreRefused() {
        String first = file(SmallProtocol.CLEAN);
        Path second = SmallProtocol.write(folder, "again.omt", SmallProtocol.CLEAN);

        assertEquals(3, generate(first, second.toString(), "--package", "org.example", "--out", folder + "/src"));
        assertEquals(
                "error: both " + first + " and " + second + " would be written to org/example/Greeting.java;"
                        + " give each a name or an --out of its own\n",
                transcript.err());
        assertFalse(Files.exists(folder.resolve("src")));
    }

    @Test
    void moreFieldsThanARecordCanHaveAreRefusedWithTheFile() {
        StringBuilder fields = new StringBuilder("struct Wide (");
        for (int i = 0; i < 128; i++) {
            fields.append(" f").append(i).append(" int");
        }
        String file = file(fields.append(" )").toString());

        assertEquals(3, generate(file, "--package", "org.example", "--out", folder + "/src"));
        assertTrue(
                transcript.err().startsWith(file + ": error: Wide has 128 fields, which is too many"),
                transcript.err());
        assertEquals(1, transcript.err().lines().count(), transcript.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"org..example", "org.class", "../..", ""})
    void whatIsNoPackageIsRefused(String name) {
        assertEquals(3, generate(file(SmallProtocol.CLEAN), "--package", name, "--out", folder + "/src"));
        assertEquals(
                "error: \"" + name + "\" cannot be the name of a Java package;"
                        + " give --package names divided by dots, such as org.example.messages\n",
                transcript.err());
    }

    @Test
    void withoutAPackageTheOptionIsAskedFor() {
        assertEquals(3, generate(file(SmallProtocol.CLEAN), "--out", folder.toString()));
        assertTrue(transcript.err().contains("--package"), transcript.err());
    }

    private String file(String text) {
        return SmallProtocol.write(folder, "small.omt", text).toString();
    }

    private int generate(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(
                transcript.terminal(),
                Stream.concat(Stream.of("omt", "generate"), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
