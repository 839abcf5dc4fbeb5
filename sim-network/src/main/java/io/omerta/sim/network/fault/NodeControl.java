package io.omerta.sim.network.fault;

import java.util.BitSet;

/** What a fault does to a node beyond the conditions that messages meet. */
public interface NodeControl {
    /** The node goes down, once more if it is down already. */
    void crash(int node, boolean durableStateLost);

    /** One crash of the node is over; it runs again when all are. */
    void restart(int node);

    /** The node freezes, once more if it is frozen already. */
    void pause(int node);

    /** One pause of the node is over; it goes on when all are. */
    void resume(int node);

    /** Messages to the node are held, once more if they are held already. */
    void clog(int node);

    /** One clog of the node is over; held messages arrive when all are. */
    void unclog(int node);

    /** Drops every message on its way along a path that was cut. */
    void dropCutInFlight(PathTest cut);

    /** Drops every message on its way from or to a crashed node; nothing waits at the links of these nodes any more. */
    void dropCrashedInFlight(BitSet crashed);

    /** The rates of the node's links have changed. */
    void ratesChanged(int node);

    /** Names paths between nodes. */
    @FunctionalInterface
    interface PathTest {
        boolean covers(int from, int to);
    }
}
