package io.omerta.protocol.language.document;

import java.util.List;

/**
 * Who sends what to whom in a transaction, in the order in which it can come about.
 *
 * @param roles from left to right
 * @param steps from top to bottom
 */
public record MessageChart(List<String> roles, List<Step> steps) {
    /** Keeps its own copies of the lists. */
    public MessageChart {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
    }

    /** A part of the chart. */
    public sealed interface Step {}

    /**
     * A message.
     *
     * @param from role
     * @param to role, perhaps the same: to another actor of it, or to itself
     * @param list the list of peers that it goes to, each of them once; empty if it goes to one peer
     */
    public record Arrow(String from, String to, String message, String list) implements Step {
        /** Message and list on one line. */
        public String label() {
            return list.isEmpty() ? message : message + " to each of " + list;
        }
    }

    /** What a role does before the next steps. */
    public record Note(String role, String text) implements Step {}

    /** Steps that need not happen exactly once. */
    public record Fragment(Kind kind, List<Branch> branches) implements Step {
        /** Keeps its own copy of the list. */
        public Fragment {
            branches = List.copyOf(branches);
        }
    }

    /** How the branches of a fragment happen, after UML 2.5, 17.6.3. */
    public enum Kind {
        /** One of several. */
        ALTERNATIVE("alt"),
        /** Once or not at all. */
        OPTION("opt"),
        /** Any number of times. */
        LOOP("loop");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in charts. */
        public String word() {
            return word;
        }
    }

    /** @param condition when the steps happen */
    public record Branch(String condition, List<Step> steps) {
        /** Keeps its own copy of the list. */
        public Branch {
            steps = List.copyOf(steps);
        }
    }
}
