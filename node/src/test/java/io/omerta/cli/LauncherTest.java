package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher around a stand-in build, which copies a jar that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILD =
            """
            #!/bin/sh
            echo "$@" >>builds
            echo "the compiler says no"
            [ ! -e broken ] || exit 1
            sleep 0.2
            mkdir -p node/target
            cp stand-in.jar node/target/omerta.jar
            """;

    @TempDir
    Path folder;

    private Path home;

    /** The program of the stand-in jar. */
    static final class Echo {
        public static void main(String[] arguments) {
            System.out.println(System.getProperty("omerta.home") + " " + List.of(arguments));
            System.exit(arguments.length);
        }
    }

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void layOutAProject() throws IOException {
        home = Files.createDirectory(folder.toRealPath().resolve("a folder"));
        Path project = projectFolder();
        Files.createDirectories(home.resolve("node/src/main"));
        Files.createDirectory(home.resolve(".ci"));
        Files.copy(project.resolve("omerta"), home.resolve("omerta"));
        Files.copy(project.resolve(".ci/find-jdk.sh"), home.resolve(".ci/find-jdk.sh"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("mvnw"), BUILD);
        assertTrue(home.resolve("omerta").toFile().setExecutable(true));
        assertTrue(home.resolve("mvnw").toFile().setExecutable(true));
        writeStandIn(home.resolve("stand-in.jar"));
        Instant past = Instant.now().minusSeconds(60);
        for (String source : List.of("node/src/main", "pom.xml")) {
            Files.setLastModifiedTime(home.resolve(source), FileTime.from(past));
        }
    }

    @Test
    void argumentsAndExitCodeReachTheProgramUnchanged() throws Exception {
        Ended ended = await(start(home.resolve("omerta"), "run", "two words", "*"));

        assertEquals(home + " [run, two words, *]", ended.out().strip());
        assertEquals(3, ended.code());
    }

    @Test
    void theFirstStartBuildsAndSaysSoOnStandardError() throws Exception {
        Ended ended = await(start(home.resolve("omerta")));

        assertTrue(ended.err().startsWith("building omerta"), ended.err());
        assertEquals(List.of("-q -B -Dquick -DskipTests package"), builds());
    }

    @Test
    void theNextStartDoesNotBuild() throws Exception {
        await(start(home.resolve("omerta")));
        Ended second = await(start(home.resolve("omerta")));

        assertEquals("", second.err());
        assertEquals(1, builds().size());
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        await(start(home.resolve("omerta")));
        Path source = Files.writeString(home.resolve("node/src/main/A.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        await(start(home.resolve("omerta")));

        assertEquals(2, builds().size());
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Process first = start(home.resolve("omerta"), "x");
        Process second = start(home.resolve("omerta"), "x", "y");

        assertEquals(1, await(first).code());
        assertEquals(2, await(second).code());
        assertEquals(1, builds().size());
    }

    @Test
    void aFailedBuildShowsItsLogAndIsTriedAgain() throws Exception {
        Path broken = Files.createFile(home.resolve("broken"));
        Ended failed = await(start(home.resolve("omerta")));
        Files.delete(broken);

        assertEquals(4, failed.code());
        assertTrue(failed.err().contains("the compiler says no"), failed.err());
        assertEquals(0, await(start(home.resolve("omerta"))).code());
    }

    @Test
    void aLinkToTheLauncherFindsTheProject() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("omerta"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link to link"), Path.of("link"));

        assertEquals(home + " []", await(start(linkToLink)).out().strip());
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void anotherGarbageCollectorReplacesOurs() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("omerta").toString());
        builder.environment().put("OMERTA_JAVA_OPTS", "-XX:+UseSerialGC -Xmx64m");

        assertEquals(0, await(builder.start()).code());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk 11/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        assertTrue(Files.createFile(old.resolve("bin/javac")).toFile().setExecutable(true));
        ProcessBuilder builder = new ProcessBuilder(home.resolve("omerta").toString());
        builder.environment().put("JAVA_HOME", old.toString());
        String javaBin = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", javaBin, (path, bin) -> bin + ":" + path);

        assertEquals(0, await(builder.start()).code());
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private static Process start(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("OMERTA_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static Ended await(Process process) throws IOException, InterruptedException {
        String out = text(process.getInputStream());
        String err = text(process.getErrorStream());
        return new Ended(process.waitFor(), out, err);
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void writeStandIn(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes = Echo.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }

    /** Tests run in the module's folder or, from an editor, in the project's. */
    private static Path projectFolder() {
        Path current = Path.of("").toAbsolutePath();
        return Files.exists(current.resolve("omerta")) ? current : current.getParent();
    }
}
