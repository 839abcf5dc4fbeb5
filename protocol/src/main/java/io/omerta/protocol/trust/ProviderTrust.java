package io.omerta.protocol.trust;

import io.omerta.protocol.wire.Hash;
import java.util.Collection;
import java.util.TreeMap;

/**
 * The trust in a provider by which it is paid. Everyone computes it from the same segment of the provider's chain when funds
 * are locked, and it is part of the signed lock: it depends on nothing that one witness knows and another does not.
 */
public final class ProviderTrust {
    private ProviderTrust() {}

    /**
     * What sessions earned, less penalties, as far as the provider's age lets it count; in thousandths, at least 0. Trust
     * that grows with every hour, not with every identity: divided among several, it is no more.
     *
     * @param sessions settled with this provider; one that occurs several times counts once
     * @param penaltiesMilli confirmed, at least 0
     * @param ageDays since others first recorded the provider
     */
    public static long milli(Collection<SettledSession> sessions, long penaltiesMilli, long ageDays) {
        TreeMap<Hash, Long> credits = new TreeMap<>();
        for (SettledSession session : sessions) {
            credits.putIfAbsent(session.session(), session.creditMilli());
        }
        long earned = 0;
        for (long credit : credits.values()) {
            earned = Math.addExact(earned, credit);
        }
        return AgeDerate.derated(earned - penaltiesMilli, ageDays);
    }
}
