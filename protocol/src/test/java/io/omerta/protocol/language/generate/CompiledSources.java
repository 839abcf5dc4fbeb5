package io.omerta.protocol.language.generate;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes compiled in memory, with every warning an error. */
final class CompiledSources extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    private CompiledSources() {
        super(CompiledSources.class.getClassLoader());
    }

    static CompiledSources of(JavaSource source) {
        CompiledSources compiled = new CompiledSources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                JavaFileManager memory = compiled.new Memory(files)) {
            boolean good = compiler.getTask(
                            told,
                            memory,
                            null,
                            List.of("--release", "17", "-Xlint:all,-classfile", "-Werror", "-proc:none"),
                            null,
                            List.of(new Text(source)))
                    .call();
            if (!good) {
                throw new AssertionError(told + "\n" + source.text());
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return compiled;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(JavaSource source) {
            super(URI.create("string:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
