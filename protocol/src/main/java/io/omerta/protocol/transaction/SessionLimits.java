package io.omerta.protocol.transaction;

/**
 * Bounds of what a node keeps for sessions, so that no peer can make it grow without end.
 *
 * @param sessionsMax sessions under way with which another peer may begin one more; those that the node itself begins
 *     have room always
 * @param perPeerMax sessions under way that one peer began, and as many of whose messages came too early
 * @param pendingMax sessions of which messages came before the one that begins them; the oldest gives way
 * @param finishedMax ended sessions that are remembered, so that nothing begins them again; the oldest is forgotten
 * @param messageBytesMax largest envelope; with what is known outside, it must fit into a journal entry
 * @param segmentBytesMax largest part of the own chain that is given to a machine
 */
public record SessionLimits(
        int sessionsMax, int perPeerMax, int pendingMax, int finishedMax, int messageBytesMax, int segmentBytesMax) {
    /** 256 sessions under way, 16 by one peer, 256 pending, 4,096 ended; 512 and 256 KiB. */
    public static final SessionLimits DEFAULT = new SessionLimits(256, 16, 256, 4096, 512 << 10, 256 << 10);
}
