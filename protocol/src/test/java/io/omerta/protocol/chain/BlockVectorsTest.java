package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Blocks whose hashes another implementation must find as well; computed with a separate encoder from encoding.md. */
class BlockVectorsTest {
    private final Hasher hasher = new Sha256Hasher();

    private static byte[] filled(int length, int octet) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) octet);
        return bytes;
    }

    private Hash hash(long height, Hash previous, long timeMillis, Struct body) {
        Block block =
                new Block(PeerId.of(filled(32, 0x11)), height, previous, timeMillis, body, Signature.of(filled(64, 0)));
        return block.header(hasher).hash(hasher);
    }

    @Test
    void genesisBlockHasThisHash() {
        Hash hash = hash(0, BlockHeader.NO_BLOCK, 1_700_000_000_000L, Chain.genesisBody());
        assertEquals("ce31d40d51bce64f4b5b61f6c2473ff8c272e0f67f0b8b1223ca24347316da54", hash.toHex());
    }

    @Test
    void laterBlockHasThisHash() {
        Struct body = Struct.of(StructShape.of("NOTE", "number"), new Value.Int(300));
        Hash hash = hash(1, Hash.of(filled(32, 0x22)), 1_700_000_000_001L, body);
        assertEquals("3142d10e65c1ff323f8b7934f1fcc56e7b555556dacc9b2682e5a9d11591b06b", hash.toHex());
    }
}
