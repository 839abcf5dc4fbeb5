package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Hash;

/**
 * Names one machine of a node.
 *
 * @param transaction id of the transaction
 * @param session in which the node takes part
 * @param role that it has in it
 */
public record SessionKey(String transaction, Hash session, String role) {
    @Override
    public String toString() {
        return transaction + " " + role + " " + session;
    }
}
