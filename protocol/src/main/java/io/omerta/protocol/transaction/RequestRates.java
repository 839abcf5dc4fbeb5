package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what each peer may ask of a node, for each purpose, whatever session it asks in: so many requests, of which each
 * comes back when its share of the period has passed. The peer that asked least recently is forgotten when there are too
 * many; who has many identities is bounded by the number of sessions.
 *
 * <p>Mutable; owned by one node. A restart forgets what was asked before.
 */
public final class RequestRates {
    private static final String LIBRARY = "omerta.rate";
    private static final int PEERS_MAX = 4096;

    private record Requester(PeerId peer, String purpose) {}

    /** When all requests will have come back. */
    private final Map<Requester, Long> fullAtMillis = new LinkedHashMap<>(16, 0.75f, true);

    private RequestRates() {}

    /** A library with the function {@code within_rate}, for one node. */
    public static NativeLibrary added(NativeLibrary library) {
        RequestRates rates = new RequestRates();
        return library.with(LIBRARY, "within_rate", (at, arguments) -> {
            Requester requester = new Requester((PeerId) arguments.get(0), ((Text) arguments.get(1)).text());
            long requests = ((Value.Int) arguments.get(2)).value();
            long periodMillis = ((Value.Int) arguments.get(3)).value();
            return new Value.Bool(rates.take(requester, requests, periodMillis, at.nowMillis()));
        });
    }

    private boolean take(Requester requester, long requests, long periodMillis, long nowMillis) {
        if (requests < 1) {
            return false;
        }
        long full = Math.max(nowMillis, fullAtMillis.getOrDefault(requester, nowMillis)) + periodMillis / requests;
        if (full - nowMillis > periodMillis) {
            return false;
        }
        if (!fullAtMillis.containsKey(requester) && fullAtMillis.size() == PEERS_MAX) {
            fullAtMillis.remove(fullAtMillis.keySet().iterator().next());
        }
        fullAtMillis.put(requester, full);
        return true;
    }
}
