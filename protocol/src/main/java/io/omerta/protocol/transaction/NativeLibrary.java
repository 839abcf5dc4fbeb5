package io.omerta.protocol.transaction;

import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The native functions of a node, by library and name. Immutable. */
public final class NativeLibrary {
    /** Computes the result of a native function, {@link Value.Absent} for {@code null}; its arguments are of their types. */
    @FunctionalInterface
    public interface Function {
        /** @throws UnanswerableException if there is no result */
        Value call(NativeCall at, List<Value> arguments);
    }

    private final Map<String, Function> functions;

    private NativeLibrary(Map<String, Function> functions) {
        this.functions = functions;
    }

    /** A library without functions. */
    public static NativeLibrary empty() {
        return new NativeLibrary(new TreeMap<>());
    }

    /** This library with one more function, or another one in place of it. */
    public NativeLibrary with(String library, String name, Function function) {
        Map<String, Function> more = new TreeMap<>(functions);
        more.put(library + "." + name, function);
        return new NativeLibrary(more);
    }

    Value call(NativeModel model, NativeCall at, List<Value> arguments) {
        Function function = functions.get(model.library() + "." + model.name());
        if (function == null) {
            throw new UnanswerableException("this node has no function " + model.library() + "." + model.name());
        }
        return function.call(at, arguments);
    }
}
