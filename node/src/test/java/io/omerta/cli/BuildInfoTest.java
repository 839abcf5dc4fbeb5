package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInfoTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void aCleanCommitIsTakenAsItIs() {
        assertEquals(new BuildInfo("1.0", COMMIT, false), BuildInfo.of("1.0", COMMIT));
    }

    @Test
    void aDirtyTreeIsTheCommitWithAFlag() {
        assertEquals(new BuildInfo("1.0", COMMIT, true), BuildInfo.of("1.0", COMMIT + "-dirty"));
    }

    @Test
    void whatIsNoCommitIsUnknown() {
        assertEquals("unknown", BuildInfo.of("1.0", "${omerta.commit}").commit());
    }

    @Test
    void aFolderThatIsNoWorkingTreeHasNoCommit(@TempDir Path folder) {
        assertEquals(Optional.empty(), BuildInfo.describe(folder));
    }

    @Test
    void theBuildWritesItsVersionIntoTheProgram() {
        assertNotEquals("unknown", BuildInfo.ofProcess().version());
        assertNotEquals("${project.version}", BuildInfo.ofProcess().version());
    }
}
