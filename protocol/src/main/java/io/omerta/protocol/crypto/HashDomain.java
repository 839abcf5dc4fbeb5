package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a hash is taken for, such as "omerta.block". Equal values have unrelated hashes in different domains, so that a
 * signature given for one purpose serves no other.
 */
public final class HashDomain {
    private final Text label;
    private final long structuralHash;

    /** @param label not empty; part of the protocol */
    public HashDomain(Text label) {
        if (label.text().isEmpty()) {
            throw new IllegalArgumentException("the label of a hash domain must not be empty");
        }
        this.label = label;
        this.structuralHash = new StructuralHash().add(label).high();
    }

    public static HashDomain of(String label) {
        return new HashDomain(new Text(label));
    }

    public Text label() {
        return label;
    }

    /** Stands for the label in the hashes of a simulation. */
    long structuralHash() {
        return structuralHash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HashDomain that && label.equals(that.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label.text();
    }
}
