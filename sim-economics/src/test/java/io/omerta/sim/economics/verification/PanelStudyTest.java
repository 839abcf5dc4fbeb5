package io.omerta.sim.economics.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.study.Replicated;
import io.omerta.sim.economics.verification.AttestationTrust.Verdict;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelStudyTest {
    private static PanelStudy study(Selection selection, PanelStudy.Collusion collusion, double correlation) {
        return new PanelStudy(50, 5, selection, collusion, List.of(0.0, 0.2, 0.5), 0.1, correlation, 500);
    }

    @Test
    void fiveVotesOfWhichOneInTenIsWrongAreWrongTogetherInOneCaseOfAHundredAndSeventeen() {
        assertEquals(0.00856, PanelOdds.wrong(5, 0.1), 1e-12);
    }

    @Test
    void captureIsHypergeometric() {
        // 2 of 4 collude, panel of 3: both must be on it, with either of the 2 others: 2 of 4 panels
        assertEquals(0.5, PanelOdds.captured(4, 2, 3), 1e-12);
        assertEquals(0, PanelOdds.captured(50, 2, 5));
        assertEquals(1, PanelOdds.captured(50, 50, 5), 1e-12);
        assertEquals(0.5, PanelOdds.captured(50, 25, 5), 1e-12);
    }

    @Test
    void panelsErrAndAreCapturedAsOftenAsTheOddsSay() {
        Replicated panels = new Replicated(study(Selection.UNIFORM_RANDOM, PanelStudy.Collusion.RANDOM, 0), 30);
        assertTrue(panels.agrees("panel.wrong.0", 0.856));
        assertTrue(panels.agrees("panel.captured.0.2", 100 * PanelOdds.captured(50, 10, 5)));
        assertTrue(panels.agrees("panel.captured.0.5", 50));
    }

    /** The control: votes that err together make a panel no better than one of its members. */
    @Test
    void aPanelThatErrsTogetherErrsLikeOne() {
        Replicated alike = new Replicated(study(Selection.UNIFORM_RANDOM, PanelStudy.Collusion.RANDOM, 1), 30);
        assertTrue(alike.agrees("panel.wrong.0", 10));
        assertFalse(alike.agrees("panel.wrong.0", 0.856));
    }

    @Test
    void thePublishedChoiceIsAlwaysTheSameFive() {
        Replicated forgetting =
                new Replicated(study(Selection.BEST_SCORE_FORGETTING, PanelStudy.Collusion.MOST_TRUSTED, 0), 3);
        Replicated remembering = new Replicated(study(Selection.BEST_SCORE, PanelStudy.Collusion.RANDOM, 0), 3);
        assertEquals(5, forgetting.mean("verifiers.used.0"));
        assertEquals(100, forgetting.mean("panel.captured.0.2"));
        assertEquals(50, remembering.mean("verifiers.used.0"));
    }

    @Test
    void aPanelHasNoMemberTwice() {
        double[] trust = new double[9];
        Arrays.setAll(trust, i -> 1 + i);
        for (Selection selection : Selection.values()) {
            PanelChooser chooser = new PanelChooser(selection, trust, 5);
            for (int i = 0; i < 100; i++) {
                int[] panel = chooser.choose(new RandomStreams(i).stream("panel"));
                assertEquals(5, Arrays.stream(panel).distinct().count(), selection + ", seed " + i);
            }
        }
    }

    @Test
    void theWholeBenchCanSit() {
        PanelChooser chooser = new PanelChooser(Selection.WEIGHTED_RANDOM, new double[] {1e-9, 1e9, 1}, 3);
        assertEquals(
                3,
                Arrays.stream(chooser.choose(new RandomStreams(1).stream("panel")))
                        .distinct()
                        .count());
    }

    @Test
    void moreTrustIsChosenMoreOftenIfTrustIsTheWeight() {
        PanelChooser chooser = new PanelChooser(Selection.WEIGHTED_RANDOM, new double[] {1, 1, 2}, 1);
        int chosen = 0;
        for (int i = 0; i < 2000; i++) {
            chosen += chooser.choose(new RandomStreams(i).stream("panel"))[0] == 2 ? 1 : 0;
        }
        assertEquals(1000, chosen, 3 * Math.sqrt(500));
    }

    @Test
    void attestationsChangeTrustByResourcesMarginStandingAndAge() {
        assertEquals(0.1 * 2 * 3 * 1.2 * 0.6 * 0.5, AttestationTrust.change(Verdict.PASS, 8, 3, 0.6, 0.5, 0), 1e-12);
        assertEquals(-0.5 * 2 * 3 * 2 * 0.6, AttestationTrust.change(Verdict.FAIL, 8, 3, 0.6, 1, 0), 1e-12);
        assertEquals(0.1 * 2 * 3 * 0.5, AttestationTrust.change(Verdict.INCONCLUSIVE, 8, 3, 0, 1, 0), 1e-12);
        assertEquals(
                AttestationTrust.change(Verdict.PASS, 8, 3, 1, 1, 0) / Math.E,
                AttestationTrust.change(Verdict.PASS, 8, 3, 1, 1, 365),
                1e-12);
    }

    @Test
    void theStandingOfAPanelIsAGeometricMeanWithAFloor() {
        assertEquals(
                Math.sqrt(2 * 0.5 * 3 * 1),
                AttestationTrust.panelWeight(new double[] {4, 9}, new double[] {0.5, 1}),
                1e-12);
        assertEquals(0.01, AttestationTrust.panelWeight(new double[] {1}, new double[] {0}), 1e-12);
    }

    @Test
    void aTieDecidesNothing() {
        assertEquals(Verdict.INCONCLUSIVE, AttestationTrust.verdict(2, 2));
        assertEquals(Verdict.FAIL, AttestationTrust.verdict(1, 2));
    }

    @Test
    void aPanelLargerThanTheBenchIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PanelStudy(
                        3, 5, Selection.UNIFORM_RANDOM, PanelStudy.Collusion.RANDOM, List.of(0.0), 0.1, 0, 1));
    }
}
