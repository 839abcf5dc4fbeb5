package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
    private static final long PERIOD_MILLIS = 60_000;

    private final SimulatedIdentities identities = new SimulatedIdentities(1);
    private final NativeLibrary library = RequestRates.added(NativeLibrary.empty());
    private final NativeModel withinRate = ShippedTransactions.STATE_QUERY.model().natives().stream()
            .filter(function -> function.name().equals("within_rate"))
            .findFirst()
            .orElseThrow();

    private boolean take(int peer, String purpose, long requests, long nowMillis) {
        Signer self = identities.signer(0);
        Sha256Hasher hasher = new Sha256Hasher();
        OwnChain chain = new OwnChain(Chain.begin(0, self, hasher), self, hasher);
        PeerId asking = identities.signer(peer).peerId();
        return library.call(
                        withinRate,
                        new NativeCall(self.peerId(), Hash.of(new byte[Hash.BYTES]), nowMillis, chain),
                        List.of(asking, new Text(purpose), new Value.Int(requests), new Value.Int(PERIOD_MILLIS)))
                .equals(Value.Bool.TRUE);
    }

    private long taken(int peer, String purpose, long requests, long nowMillis, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> take(peer, purpose, requests, nowMillis))
                .count();
    }

    @Test
    void soManyRequestsAreGrantedAtOnce() {
        assertEquals(10, taken(1, "query", 10, 5, 20));
    }

    @Test
    void oneComesBackAfterItsShareOfThePeriod() {
        taken(1, "query", 10, 0, 20);
        assertFalse(take(1, "query", 10, 5_999));
        assertTrue(take(1, "query", 10, 6_000));
        assertFalse(take(1, "query", 10, 6_000));
    }

    @Test
    void allHaveComeBackAfterThePeriodAndNoMore() {
        taken(1, "query", 10, 0, 20);
        assertEquals(10, taken(1, "query", 10, 10 * PERIOD_MILLIS, 20));
    }

    @Test
    void peersAndPurposesAreApart() {
        taken(1, "query", 1, 0, 1);
        assertTrue(take(2, "query", 1, 0));
        assertTrue(take(1, "audit", 1, 0));
        assertFalse(take(1, "query", 1, 0));
    }

    @Test
    void noRequestsAreNone() {
        assertFalse(take(1, "query", 0, 0));
    }
}
