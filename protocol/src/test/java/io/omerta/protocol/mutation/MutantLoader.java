package io.omerta.protocol.mutation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Loads the transactions and their tests anew, with one of the shipped files changed; everything else is shared. */
final class MutantLoader extends ClassLoader {
    private static final String PACKAGE = "io.omerta.protocol.transaction.";
    private static final String FOLDER = PACKAGE.replace('.', '/');

    private final String changed;
    private final byte[] text;

    MutantLoader(Mutant mutant) {
        this(mutant.path(), mutant.changed().text());
    }

    MutantLoader(String path, String text) {
        super(MutantLoader.class.getClassLoader());
        this.changed = FOLDER + path;
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return name.equals(changed) ? new ByteArrayInputStream(text) : super.getResourceAsStream(name);
    }
}
