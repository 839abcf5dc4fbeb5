package io.omerta.protocol.transaction;

import io.omerta.protocol.explore.Bounds;
import io.omerta.protocol.explore.Counterexample;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Puts the shipped transactions, as this class was loaded with them, to every test there is, until one fails. */
public final class MutantTrial {
    private static final Bounds BOUNDS = new Bounds(1_000, 30);
    private static final List<Class<?>> ESCROW = List.of(
            EscrowLockTest.class,
            TranscriptsTest.class,
            ForgeriesTest.class,
            EscrowResultHolesTest.class,
            EscrowSessionHolesTest.class,
            EscrowAfterLockTest.class);
    private static final List<Class<?>> CABAL =
            List.of(CabalAttestationTest.class, TranscriptsTest.class, ForgeriesTest.class, CabalHolesTest.class);

    private MutantTrial() {}

    /**
     * Who finds a fault, or an empty text: {@code checker}, {@code linter}, {@code session} and the test, or
     * {@code explorer} and the property.
     *
     * @param escrow whether the change concerns transaction 00
     * @param cabal whether the change concerns transaction 01
     */
    public static String killer(boolean escrow, boolean cabal) throws ReflectiveOperationException {
        String found = diagnosed();
        List<Class<?>> tests = new ArrayList<>();
        if (escrow) {
            tests.addAll(ESCROW);
        }
        if (cabal) {
            tests.addAll(CABAL);
        }
        for (Class<?> test : tests) {
            found = found.isEmpty() ? failure(test) : found;
        }
        if (escrow) {
            found = found.isEmpty() ? explored(EscrowHoles.all()) : found;
        }
        if (cabal) {
            found = found.isEmpty() ? explored(CabalHoles.all()) : found;
        }
        return found;
    }

    private static String diagnosed() {
        boolean warned = false;
        for (ShippedTransactions shipped : ShippedTransactions.values()) {
            for (Diagnostic diagnostic : Checker.check(shipped.source(), ShippedTransactions.imports())
                    .diagnostics()) {
                if (diagnostic.severity() == Severity.ERROR) {
                    return "checker " + diagnostic.code();
                }
                warned = true;
            }
        }
        return warned ? "linter" : "";
    }

    private static String failure(Class<?> test) throws ReflectiveOperationException {
        List<Method> methods = new ArrayList<>(Arrays.asList(test.getDeclaredMethods()));
        methods.removeIf(method -> !method.isAnnotationPresent(Test.class));
        methods.sort(Comparator.comparing(Method::getName));
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        for (Method method : methods) {
            method.setAccessible(true);
            try {
                method.invoke(constructor.newInstance());
            } catch (InvocationTargetException failed) {
                if (isFailure(failed.getCause())) {
                    return "session " + test.getSimpleName() + "." + method.getName();
                }
            }
        }
        return "";
    }

    /** Whether a test has failed for another reason than that its control cannot be made of the changed text. */
    private static boolean isFailure(Throwable thrown) {
        return !(thrown instanceof LinkageError)
                && !String.valueOf(thrown.getMessage()).startsWith(Variant.NOT_FOUND);
    }

    private static String explored(List<Hole> holes) {
        for (Hole hole : holes) {
            Counterexample counterexample;
            try {
                counterexample = hole.shipped().explore(BOUNDS).counterexample();
            } catch (AssertionError notChanged) {
                continue;
            }
            if (counterexample != null) {
                return "explorer " + counterexample.violation().property();
            }
        }
        return "";
    }
}
