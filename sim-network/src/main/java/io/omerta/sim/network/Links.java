package io.omerta.sim.network;

import io.omerta.sim.network.region.NodePopulation;

/** The access links of all nodes: how fast each is and, if messages share them, until when it is taken. */
final class Links {
    /** Instead of a time: the queue of the link is full. */
    static final long FULL = -1;

    private static final double NANOS_PER_SECOND_BY_BITS_PER_BYTE = 8e9;

    private final NodePopulation population;
    private final boolean shared;
    private final long queueLimitNanos;
    private final double[] uploadNanosPerByte;
    private final double[] downloadNanosPerByte;
    private final long[] uplinkFree;
    private final long[] downlinkFree;

    Links(NodePopulation population, Contention contention, long queueLimitNanos) {
        int nodes = population.nodes();
        this.population = population;
        this.shared = contention == Contention.QUEUES;
        this.queueLimitNanos = queueLimitNanos;
        this.uploadNanosPerByte = new double[nodes];
        this.downloadNanosPerByte = new double[nodes];
        this.uplinkFree = new long[nodes];
        this.downlinkFree = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            setRates(node, 1);
        }
    }

    /**
     * Lets the links of a node run at a fraction of their rate. Messages that hold a place in a queue keep it.
     *
     * @param factor in (0, 1]
     */
    void setRates(int node, double factor) {
        uploadNanosPerByte[node] = NANOS_PER_SECOND_BY_BITS_PER_BYTE / (population.uploadBitsPerSecond(node) * factor);
        downloadNanosPerByte[node] =
                NANOS_PER_SECOND_BY_BITS_PER_BYTE / (population.downloadBitsPerSecond(node) * factor);
    }

    /** Whether messages queue, so that each has to enter the downlink of its receiver. */
    boolean areShared() {
        return shared;
    }

    /** Takes the next turn on a node's uplink; gives the time at which it begins, or {@link #FULL}. */
    long takeUplink(int node, long readyAt, int sizeBytes) {
        if (!shared) {
            return readyAt;
        }
        long begin = Math.max(readyAt, uplinkFree[node]);
        if (begin - readyAt > queueLimitNanos) {
            return FULL;
        }
        uplinkFree[node] = begin + nanos(sizeBytes, uploadNanosPerByte[node]);
        return begin;
    }

    /** Takes the next turn on a node's downlink; gives the time at which it ends, or {@link #FULL}. */
    long takeDownlink(int node, long readyAt, int sizeBytes) {
        long begin = Math.max(readyAt, downlinkFree[node]);
        if (begin - readyAt > queueLimitNanos) {
            return FULL;
        }
        long end = begin + nanos(sizeBytes, downloadNanosPerByte[node]);
        downlinkFree[node] = end;
        return end;
    }

    /** From the first bit sent to the last one received, without propagation: the slower link decides. */
    long transmissionNanos(int from, int to, int sizeBytes) {
        return nanos(sizeBytes, Math.max(uploadNanosPerByte[from], downloadNanosPerByte[to]));
    }

    /**
     * How long after the first bit the downlink is needed. Behind a slower uplink that is late: the downlink then runs at
     * its own rate up to the last bit, and other messages may pass before.
     */
    long downlinkLagNanos(int from, int to, int sizeBytes) {
        return Math.max(0, nanos(sizeBytes, uploadNanosPerByte[from]) - nanos(sizeBytes, downloadNanosPerByte[to]));
    }

    /** Forgets what is queued at both links of a node. */
    void clear(int node, long now) {
        uplinkFree[node] = now;
        downlinkFree[node] = now;
    }

    private static long nanos(int sizeBytes, double nanosPerByte) {
        return Math.round(sizeBytes * nanosPerByte);
    }
}
