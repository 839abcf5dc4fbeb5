package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts things into an order in which each comes after all that it needs: depth-first search (Tarjan 1976) with a stack of
 * its own, because chains of needs may be as long as a file.
 */
final class DependencyOrder {
    private final List<List<Need>> needs;
    private final Circles circles;
    private final State[] states;
    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> path = new ArrayList<>();

    private DependencyOrder(List<List<Need>> needs, Circles circles) {
        this.needs = needs;
        this.circles = circles;
        this.states = new State[needs.size()];
        Arrays.fill(states, State.NEW);
    }

    /**
     * The order of all things.
     *
     * @param needs for each thing what it needs, in the order of the text
     * @param circles told of each need that closes a circle; the order disregards it
     */
    static List<Integer> of(List<List<Need>> needs, Circles circles) {
        DependencyOrder search = new DependencyOrder(needs, circles);
        for (int thing = 0; thing < needs.size(); thing++) {
            search.visit(thing);
        }
        return search.order;
    }

    private void visit(int root) {
        if (states[root] != State.NEW) {
            return;
        }
        List<Integer> next = new ArrayList<>();
        open(root, next);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            int thing = path.get(top);
            int edge = next.get(top);
            if (edge == needs.get(thing).size()) {
                states[thing] = State.DONE;
                order.add(thing);
                path.remove(top);
                next.remove(top);
                continue;
            }
            next.set(top, edge + 1);
            Need need = needs.get(thing).get(edge);
            switch (states[need.thing()]) {
                case NEW -> open(need.thing(), next);
                case OPEN -> circles.found(path.subList(path.indexOf(need.thing()), path.size()), need.place());
                case DONE -> {}
            }
        }
    }

    private void open(int thing, List<Integer> next) {
        states[thing] = State.OPEN;
        path.add(thing);
        next.add(0);
    }

    /**
     * A need.
     *
     * @param thing what is needed
     * @param place where the text says so
     */
    record Need(int thing, Span place) {}

    /** Told of circles. */
    @FunctionalInterface
    interface Circles {
        /**
         * A circle.
         *
         * @param circle the things from the one that is needed to the one that needs it
         * @param place the need that closes it
         */
        void found(List<Integer> circle, Span place);
    }

    private enum State {
        NEW,
        OPEN,
        DONE
    }
}
