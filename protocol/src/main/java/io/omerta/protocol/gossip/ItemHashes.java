package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.BlockHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;

/** The hashes by which items are told apart. */
record ItemHashes(Hasher hasher) {
    private static final HashDomain IDENTITY = HashDomain.of("omerta.gossip.item");
    private static final HashDomain VARIANT = HashDomain.of("omerta.gossip.variant");
    private static final HashDomain SLOT = HashDomain.of("omerta.gossip.slot");

    /** Of the fact that a result is: covers type and content, but no signature. */
    Hash identity(GossipItem item) {
        return hasher.hash(
                IDENTITY, ValueList.of(new Value.EnumMember(item.type().name()), item.content()));
    }

    /** Of the fact that a chain has a head. */
    Hash head(BlockHeader header) {
        return hasher.hash(
                IDENTITY, ValueList.of(new Value.EnumMember(ItemType.PEER_HEAD.name()), header.hash(hasher)));
    }

    /**
     * Of the variant of a fact: covers who signed, but not the signatures, so that a signer with many signatures makes no
     * more variants.
     */
    Mark variant(Hash identity, GossipItem item) {
        return Mark.of(hasher.hash(VARIANT, ValueList.of(identity, ValueList.of(item.signers()))));
    }

    /** Of what a result decides. */
    Hash slot(ItemType type, ValueList decided) {
        return hasher.hash(SLOT, ValueList.of(new Value.EnumMember(type.name()), decided));
    }
}
