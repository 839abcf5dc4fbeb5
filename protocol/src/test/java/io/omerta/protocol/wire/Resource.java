package io.omerta.protocol.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Test vectors in text form. */
public final class Resource {
    private Resource() {}

    /** Lines of a resource beside a class, without those that are blank or begin with {@code #}. */
    public static List<String> lines(Class<?> owner, String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
