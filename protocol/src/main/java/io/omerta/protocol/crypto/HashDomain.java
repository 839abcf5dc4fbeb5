package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Text;

/**
 * What a hash is taken for, such as "omerta.block". Equal values have unrelated hashes in different domains, so that a
 * signature given for one purpose serves no other.
 *
 * @param label not empty; part of the protocol
 */
public record HashDomain(Text label) {
    public HashDomain {
        if (label.text().isEmpty()) {
            throw new IllegalArgumentException("the label of a hash domain must not be empty");
        }
    }

    public static HashDomain of(String label) {
        return new HashDomain(new Text(label));
    }
}
