package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTest {
    private static final ReplicationRecord RECORD = new ReplicationRecord(
            "fanout-3",
            new ReplicationTrace(4, Long.MIN_VALUE, 3000, "ab".repeat(32)),
            new Trace.Marks(1024, new long[] {-1, 7}));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        TraceFile.write(folder, "a folder/x.yaml", List.of(RECORD));
        TraceFile.Content content = TraceFile.read(folder);

        assertEquals("a folder/x.yaml", content.scenarioFile());
        ReplicationRecord read = content.traces().get(0);
        assertEquals(RECORD.variant(), read.variant());
        assertEquals(RECORD.trace(), read.trace());
        assertEquals(RECORD.marks().interval(), read.marks().interval());
        assertArrayEquals(RECORD.marks().digests(), read.marks().digests());
    }

    @Test
    void aFolderWithoutTracesIsNotThatOfARun() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> TraceFile.read(folder));

        assertTrue(String.valueOf(refused.getMessage()).contains("out/latest"), refused.getMessage());
    }

    @Test
    void anotherSchemaVersionIsNamed() throws IOException {
        TraceFile.write(folder, "x.yaml", List.of(RECORD));
        replace("\"schema_version\":1", "\"schema_version\":2");

        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> TraceFile.read(folder));
        assertTrue(String.valueOf(refused.getMessage()).contains("schema version 2"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "seed":-9223372036854775808 | "seed":"one"
                    "seed":-9223372036854775808 | "seed":1.5
                    "seed":-9223372036854775808 | "sead":1
                    "replication":4             | "replication":-1
                    "replication":4             | "replication":4294967296
                    "events":3000               | "events":null
                    "mark_interval":1024        | "mark_interval":0
                    ffffffffffffffff            | fffffffffffffff
                    ffffffffffffffff            | fffffffffffffffg
                    "scenario_file":"x.yaml"    | "scenario_file":7
                    "traces"                    | "trace"
                    """)
    void aDamagedFileIsRefusedInOneLine(String sound, String damaged) throws IOException {
        TraceFile.write(folder, "x.yaml", List.of(RECORD));
        replace(sound, damaged);

        assertRefusedAsDamaged();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 200})
    void aFileCutOffIsRefusedInOneLine(int bytes) throws IOException {
        TraceFile.write(folder, "x.yaml", List.of(RECORD));
        Path file = folder.resolve(TraceFile.NAME);
        Files.writeString(file, Files.readString(file).substring(0, bytes));

        assertRefusedAsDamaged();
    }

    private void assertRefusedAsDamaged() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> TraceFile.read(folder));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(folder.resolve(TraceFile.NAME) + " is damaged: "), message);
        assertTrue(message.endsWith("; run the scenario again"), message);
        assertEquals(1, message.lines().count(), message);
    }

    private void replace(String sound, String damaged) throws IOException {
        Path file = folder.resolve(TraceFile.NAME);
        String text = Files.readString(file);
        assertTrue(text.contains(sound), text);
        Files.writeString(file, text.replace(sound, damaged));
    }
}
