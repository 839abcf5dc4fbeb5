package io.omerta.sim.economics.doublespend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.study.Replicated;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceStudyTest {
    /** In milliseconds: less than any delay, and more than the longest way between neighbours. */
    private static final List<Double> WAITS = List.of(1.0, 30.0, 200.0);

    private static RaceStudy race(double connectivity, double eclipsed, RaceStudy.Relay relay) {
        return new RaceStudy(40, connectivity, 1, 0.02, 0.02, 0, eclipsed, relay, WAITS, 0.5, 40);
    }

    @Test
    void whoDoesNotWaitAlwaysAccepts() {
        assertEquals(100, new Replicated(race(1, 0, RaceStudy.Relay.BOTH), 3).mean("accepted.waiting.1"));
    }

    @Test
    void victimsThatAreConnectedHearOfTheConflictAfterOneDelay() {
        for (RaceStudy.Relay relay : RaceStudy.Relay.values()) {
            assertEquals(0, new Replicated(race(1, 0, relay), 3).mean("accepted.waiting.30"), relay.name());
        }
    }

    @Test
    void waitingIsOfNoUseIfOnlyTheFirstPaymentSeenIsPassedOn() {
        Replicated firstSeen = new Replicated(race(0.15, 0, RaceStudy.Relay.FIRST_SEEN), 5);
        Replicated both = new Replicated(race(0.15, 0, RaceStudy.Relay.BOTH), 5);
        assertTrue(firstSeen.mean("accepted.waiting.200") > 10);
        assertTrue(both.mean("accepted.waiting.200") < 3);
    }

    @Test
    void victimsWhoseEveryLinkIsHeldAlwaysAccept() {
        Replicated race = new Replicated(race(0.5, 1, RaceStudy.Relay.BOTH), 3);
        assertEquals(100, race.mean("accepted.waiting.200"));
        assertEquals(100, race.mean("accepted.asking.200"));
    }

    @Test
    void whoHasNobodyToAskDoesNotAccept() {
        Replicated race = new Replicated(race(0, 0, RaceStudy.Relay.BOTH), 3);
        assertEquals(100, race.mean("accepted.waiting.200"));
        assertEquals(0, race.mean("accepted.asking.200"));
    }

    @Test
    void askingNeverAcceptsWhatWaitingRefuses() {
        Replicated race = new Replicated(race(0.15, 0.3, RaceStudy.Relay.BOTH), 5);
        for (String wait : List.of("1", "30", "200")) {
            assertTrue(race.mean("accepted.asking." + wait) <= race.mean("accepted.waiting." + wait));
        }
    }
}
