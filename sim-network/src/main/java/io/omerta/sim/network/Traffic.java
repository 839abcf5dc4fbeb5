package io.omerta.sim.network;

/** Counts of messages of one kind. */
public final class Traffic {
    private final String kind;
    private long sent;
    private long duplicated;
    private long delivered;
    private long bytesSent;
    private long bytesDelivered;
    private final long[] dropped = new long[DropReason.values().length];

    Traffic(String kind) {
        this.kind = kind;
    }

    void countSent(int sizeBytes) {
        sent++;
        bytesSent += sizeBytes;
    }

    void countDuplicate() {
        duplicated++;
    }

    void countDelivered(int sizeBytes) {
        delivered++;
        bytesDelivered += sizeBytes;
    }

    void countDropped(DropReason reason) {
        dropped[reason.ordinal()]++;
    }

    /** Name of the kind of message. */
    public String kind() {
        return kind;
    }

    /** Messages handed to the network. */
    public long sent() {
        return sent;
    }

    /** Copies that the network made. */
    public long duplicated() {
        return duplicated;
    }

    public long delivered() {
        return delivered;
    }

    public long bytesSent() {
        return bytesSent;
    }

    public long bytesDelivered() {
        return bytesDelivered;
    }

    public long dropped(DropReason reason) {
        return dropped[reason.ordinal()];
    }

    /** Messages dropped for any reason. */
    public long dropped() {
        long sum = 0;
        for (long count : dropped) {
            sum += count;
        }
        return sum;
    }
}
