package io.omerta.protocol.mutation;

import io.omerta.protocol.transaction.MutantTrial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts mutants to the tests, each until one fails. Changes of neighbouring lines are mostly found by the same tests: what
 * has found one is tried first on the next.
 */
final class Trial {
    private final LinkedHashSet<String> killers = new LinkedHashSet<>();

    /** A mutant, and who has found it out: an empty text if nobody has. */
    record Verdict(Mutant mutant, String killer) {
        boolean survived() {
            return killer.isEmpty();
        }

        @Override
        public String toString() {
            return mutant + (survived() ? "" : ", killed by " + killer);
        }
    }

    Verdict of(Mutant mutant) throws ReflectiveOperationException {
        return new Verdict(mutant, killer(new Shipped(new MutantLoader(mutant)), mutant.path()));
    }

    /** What those who have killed a mutant find in the transactions as they are: nothing, or no mutant was killed. */
    List<String> foundInShipped() throws ReflectiveOperationException {
        Shipped shipped = new Shipped(new MutantLoader("", ""));
        List<String> found = new ArrayList<>();
        for (String killer : killers) {
            if (shipped.fails(killer)) {
                found.add(killer);
            }
        }
        return found;
    }

    private String killer(Shipped shipped, String path) throws ReflectiveOperationException {
        String diagnosed = shipped.diagnosed(path);
        if (!diagnosed.isEmpty()) {
            return diagnosed;
        }
        Set<String> tests = new LinkedHashSet<>(shipped.tests(path));
        List<String> order = new ArrayList<>(killers);
        order.retainAll(tests);
        tests.removeAll(order);
        order.addAll(tests);
        for (String test : order) {
            if (shipped.fails(test)) {
                first(test);
                return test;
            }
        }
        return "";
    }

    private void first(String test) {
        List<String> others = new ArrayList<>(killers);
        others.remove(test);
        killers.clear();
        killers.add(test);
        killers.addAll(others);
    }

    /** The transactions and their tests as one loader sees them. */
    private record Shipped(MutantLoader loader) {
        String diagnosed(String path) throws ReflectiveOperationException {
            return (String) call("diagnosed", path);
        }

        @SuppressWarnings("unchecked")
        List<String> tests(String path) throws ReflectiveOperationException {
            return (List<String>) call("tests", path);
        }

        boolean fails(String test) throws ReflectiveOperationException {
            return (boolean) call("fails", test);
        }

        private Object call(String name, String argument) throws ReflectiveOperationException {
            Method method = loader.loadClass(MutantTrial.class.getName()).getMethod(name, String.class);
            try {
                return method.invoke(null, argument);
            } catch (InvocationTargetException thrown) {
                throw new ReflectiveOperationException(name + "(" + argument + ")", thrown.getCause());
            }
        }
    }
}
