package io.omerta.protocol.host;

import java.util.List;

/** A host with some peers, as the contract test sees it: it may be simulated or live. */
public interface HostUnderTest extends AutoCloseable {
    /**
     * What a host is to run.
     *
     * @param peers number of peers, 0 to peers - 1, that can all reach each other
     * @param factory makes the machine of each
     * @param durabilityNanos time until an appended entry is durable, at least; 0 for as soon as can be
     */
    record Setup(int peers, MachineFactory factory, HostLimits limits, long durabilityNanos) {}

    /** Gives a peer's machine a command now. */
    void command(int peer, String name, byte[] argument);

    /** Lets time pass. */
    void advance(long nanos);

    /** Stops a peer at once. */
    void crash(int peer);

    /** Starts a crashed peer again. */
    void restart(int peer);

    /** Names of the events that a peer's machines have emitted so far, in order. */
    List<String> emitted(int peer);

    /** How often something was refused for this reason, at all peers. */
    long rejections(Rejection rejection);

    @Override
    void close();
}
