package io.omerta.protocol.transaction;

import io.omerta.protocol.explore.Bounds;
import io.omerta.protocol.explore.Counterexample;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Puts the shipped transactions, as this class was loaded with them, to the tests that there are of them. */
public final class MutantTrial {
    private static final String EXPLORER = "explorer";
    private static final Bounds BOUNDS = new Bounds(1_000, 30);
    private static final Map<ShippedTransactions, List<Class<?>>> TESTS = new LinkedHashMap<>();

    static {
        TESTS.put(
                ShippedTransactions.ESCROW_LOCK,
                List.of(
                        TranscriptsTest.class,
                        ForgeriesTest.class,
                        EscrowRulesTest.class,
                        EscrowDefencesTest.class,
                        EscrowLockTest.class,
                        EscrowAfterLockTest.class,
                        EscrowResultHolesTest.class,
                        EscrowSessionHolesTest.class));
        TESTS.put(
                ShippedTransactions.CABAL_ATTESTATION,
                List.of(TranscriptsTest.class, ForgeriesTest.class, CabalHolesTest.class, CabalAttestationTest.class));
        TESTS.put(
                ShippedTransactions.SETTLEMENT,
                List.of(SettlementTest.class, SettlementHolesTest.class, SettlementFormulaTest.class));
        TESTS.put(ShippedTransactions.STATE_QUERY, List.of(StateQueryTest.class, StateQueryHolesTest.class));
        TESTS.put(ShippedTransactions.STATE_AUDIT, List.of(StateAuditTest.class, StateAuditHolesTest.class));
        TESTS.put(
                ShippedTransactions.HEALTH_CHECK,
                List.of(
                        HealthCheckTest.class,
                        HealthHolesTest.class,
                        HealthAuditTest.class,
                        HealthHistoryTest.class,
                        HealthLotteryTest.class));
    }

    private MutantTrial() {}

    /** What the checker or the linter says of the transactions that a file is part of; an empty text if nothing. */
    public static String diagnosed(String path) {
        boolean warned = false;
        for (ShippedTransactions concerned : concernedBy(path)) {
            for (Diagnostic diagnostic : Checker.check(concerned.source(), ShippedTransactions.imports())
                    .diagnostics()) {
                if (diagnostic.severity() == Severity.ERROR) {
                    return "checker " + diagnostic.code();
                }
                warned = true;
            }
        }
        return warned ? "linter" : "";
    }

    /** The tests that concern a file: the simple name of a class and a method, or the explorer and a hole. */
    public static List<String> tests(String path) {
        Set<String> tests = new LinkedHashSet<>();
        for (ShippedTransactions concerned : concernedBy(path)) {
            TESTS.getOrDefault(concerned, List.of()).forEach(test -> methods(test)
                    .forEach(method -> tests.add(test.getSimpleName() + "." + method.getName())));
            List<Hole> holes = holes(concerned);
            for (int i = 0; i < holes.size(); i++) {
                tests.add(EXPLORER + "." + concerned + "." + i);
            }
        }
        return List.copyOf(tests);
    }

    /** Whether one of the {@link #tests} finds fault. */
    public static boolean fails(String test) throws ReflectiveOperationException {
        String[] name = test.split("\\.");
        return name[0].equals(EXPLORER)
                ? isViolated(holes(ShippedTransactions.valueOf(name[1])).get(Integer.parseInt(name[2])))
                : fails(Class.forName(MutantTrial.class.getPackageName() + "." + name[0]), name[1]);
    }

    /** The transactions that are, or import, a file. */
    private static List<ShippedTransactions> concernedBy(String path) {
        String imported = "imports " + path.replace(".omt", "");
        return TESTS.keySet().stream()
                .filter(shipped -> path.startsWith(shipped.id() + "_")
                        || shipped.source().text().lines().anyMatch(imported::equals))
                .toList();
    }

    private static List<Hole> holes(ShippedTransactions transaction) {
        return switch (transaction) {
            case ESCROW_LOCK -> EscrowHoles.all();
            case CABAL_ATTESTATION -> CabalHoles.all();
            default -> List.of();
        };
    }

    private static Stream<Method> methods(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static boolean fails(Class<?> test, String name) throws ReflectiveOperationException {
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = test.getDeclaredMethod(name);
        method.setAccessible(true);
        try {
            method.invoke(constructor.newInstance());
            return false;
        } catch (InvocationTargetException failed) {
            return isFailure(failed.getCause());
        }
    }

    /** Whether a test has failed for another reason than that its control cannot be made of the changed text. */
    private static boolean isFailure(Throwable thrown) {
        return !(thrown instanceof LinkageError)
                && !String.valueOf(thrown.getMessage()).startsWith(Variant.NOT_FOUND);
    }

    private static boolean isViolated(Hole hole) {
        Counterexample counterexample;
        try {
            counterexample = hole.shipped().explore(BOUNDS).counterexample();
        } catch (AssertionError notChanged) {
            return false;
        }
        return counterexample != null;
    }
}
