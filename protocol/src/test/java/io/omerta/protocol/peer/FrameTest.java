package io.omerta.protocol.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.wire.PeerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final byte[] PAYLOAD = {0, -1};

    private static Map<String, byte[]> vectors() throws IOException {
        Map<String, byte[]> vectors = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FrameTest.class.getResourceAsStream("frames.txt")), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" ", -1);
                vectors.put(parts[0], HexFormat.of().parseHex(parts[1]));
            });
        }
        return vectors;
    }

    private static PeerId owner() {
        byte[] bytes = new byte[PeerId.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return PeerId.of(bytes);
    }

    @Test
    void framesAreAsDocumented() throws IOException {
        Map<String, byte[]> vectors = vectors();
        assertEquals(Frame.Kind.values().length, vectors.size());
        for (Frame.Kind kind : Frame.Kind.values()) {
            byte[] payload =
                    switch (kind) {
                        case CHAIN_REQUEST -> ChainRequest.CODEC.encode(new ChainRequest(owner(), 300));
                        case CHAIN_PAGE -> ChainPage.CODEC.encode(new ChainPage(owner(), 300, null));
                        default -> PAYLOAD;
                    };
            byte[] vector = vectors.get(kind.name());
            assertArrayEquals(vector, kind.frame(payload), kind.name());
            Frame frame = Frame.parse(vector);
            assertNotNull(frame);
            assertEquals(kind, frame.kind());
            assertArrayEquals(payload, frame.payload());
        }
    }

    @Test
    void whatIsNoFrameIsNotRead() {
        assertNull(Frame.parse(new byte[0]));
        for (int tag = Byte.MIN_VALUE; tag <= Byte.MAX_VALUE; tag++) {
            Frame frame = Frame.parse(new byte[] {(byte) tag});
            assertEquals(tag >= 1 && tag <= 4, frame != null, "tag " + tag);
        }
    }

    @Test
    void frameBeyondTheBoundOfItsKindIsNotRead() {
        byte[] longest = Frame.Kind.CHAIN_REQUEST.frame(new byte[ChainRequest.ENCODED_BYTES_MAX]);
        byte[] longer = Frame.Kind.CHAIN_REQUEST.frame(new byte[ChainRequest.ENCODED_BYTES_MAX + 1]);
        assertNotNull(Frame.parse(longest));
        assertNull(Frame.parse(longer));
    }

    @Test
    void requestsAndPagesComeBackAsTheyWere() {
        ChainRequest request = new ChainRequest(owner(), 7);
        assertEquals(new Parsed.Read<>(request), ChainRequest.CODEC.parse(ChainRequest.CODEC.encode(request)));
        ChainPage page = new ChainPage(owner(), 7, null);
        assertEquals(new Parsed.Read<>(page), ChainPage.CODEC.parse(ChainPage.CODEC.encode(page)));
    }
}
