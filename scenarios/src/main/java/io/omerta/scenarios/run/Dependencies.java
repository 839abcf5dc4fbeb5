package io.omerta.scenarios.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of the libraries that results depend on, written into the program when it was built. */
final class Dependencies {
    private Dependencies() {}

    static Map<String, String> versions() {
        Properties properties = new Properties();
        try (var resource = Dependencies.class.getResourceAsStream("dependencies.properties")) {
            if (resource != null) {
                properties.load(new java.io.InputStreamReader(resource, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}
