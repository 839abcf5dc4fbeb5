package io.omerta.sim.network.fault;

import io.omerta.sim.network.fault.Fault.PartitionShape;

/** A partition whose groups are known nodes; says which paths it blocks. */
final class ActivePartition {
    /** Instead of a group: the node reaches and is reached by everyone. */
    static final int NO_GROUP = -1;

    private final PartitionShape shape;
    private final int groups;
    private final int[] groupOf;

    /**
     * @param groupOf group of each node, or {@link #NO_GROUP}
     */
    ActivePartition(PartitionShape shape, int groups, int[] groupOf) {
        this.shape = shape;
        this.groups = groups;
        this.groupOf = groupOf;
    }

    boolean holds(int node) {
        return groupOf[node] != NO_GROUP;
    }

    boolean blocks(int from, int to) {
        int a = groupOf[from];
        int b = groupOf[to];
        if (a == b || a == NO_GROUP || b == NO_GROUP) {
            return false;
        }
        return switch (shape) {
            case SYMMETRIC -> true;
            case ONE_WAY -> a < b;
            case BRIDGE -> a != groups - 1 && b != groups - 1;
            case RING -> {
                int apart = Math.abs(a - b);
                yield apart != 1 && apart != groups - 1;
            }
        };
    }
}
