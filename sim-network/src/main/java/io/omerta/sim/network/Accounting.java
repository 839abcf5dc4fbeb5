package io.omerta.sim.network;

/**
 * The balance of messages at one instant: what was handed in, copies included, is delivered, dropped or on its way.
 *
 * @param sent messages handed to the network
 * @param duplicated copies that the network made
 * @param delivered messages that arrived
 * @param dropped messages that will not arrive
 * @param inFlight messages on their way, counted one by one in the event queue and in the queues of held nodes
 */
public record Accounting(long sent, long duplicated, long delivered, long dropped, long inFlight) {
    /** Whether no message was lost or invented. */
    public boolean balances() {
        return sent + duplicated == delivered + dropped + inFlight;
    }
}
