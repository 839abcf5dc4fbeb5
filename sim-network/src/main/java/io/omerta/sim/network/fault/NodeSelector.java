package io.omerta.sim.network.fault;

import java.util.List;

/** Names a set of nodes. Sets drawn at random come from a stream of the fault's own. */
public sealed interface NodeSelector {
    /** Every node. */
    record All() implements NodeSelector {}

    /** Nodes by identifier. */
    record Ids(List<String> ids) implements NodeSelector {
        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /** Nodes of the region with this key. */
    record InRegion(String region) implements NodeSelector {}

    /** Nodes with this access type. */
    record WithAccess(String access) implements NodeSelector {}

    /** A fraction of all nodes, in [0, 1], drawn without replacement; the count is rounded half up. */
    record Fraction(double fraction) implements NodeSelector {
        public Fraction {
            Bounds.probability("a fraction of nodes", fraction);
        }
    }

    /** A number of nodes drawn without replacement; all of them if there are fewer. */
    record Count(int count) implements NodeSelector {
        public Count {
            if (count < 0) {
                throw new IllegalArgumentException("a number of nodes must be at least 0, but is " + count);
            }
        }
    }

    /** Every node that no earlier group of the same partition holds. */
    record Others() implements NodeSelector {}
}
