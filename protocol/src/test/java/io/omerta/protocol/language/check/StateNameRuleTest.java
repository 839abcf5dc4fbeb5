package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateNameRuleTest {
    private static final String STATES = "state WAITING initial state WORKING state DONE terminal ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    E04 | «WAITNG» -> DONE auto                    | the actor `A` has no state `WAITNG`; did you mean `WAITING`?
                    E04 | «SLEEP» -> DONE auto                     | the actor `A` has no state `SLEEP`; its states are `WAITING`, `WORKING`, `DONE`
                    E05 | WAITING -> «DNOE» auto                   | the actor `A` has no state `DNOE` to enter; did you mean `DONE`?
                    E05 | WAITING -> «done» auto                   | the actor `A` has no state `done` to enter; did you mean `DONE`?
                    E06 | WAITING -> DONE auto when x else -> «DON» | the actor `A` has no state `DON` to enter otherwise; did you mean `DONE`?
                    E11 | trigger go() in [WAITING, «WORKNG»]      | the actor `A` has no state `WORKNG` to accept `go` in; did you mean `WORKING`?
                    E11 | defer M in [«WORKNG»]                    | the actor `A` has no state `WORKNG` to defer messages in; did you mean `WORKING`?
                    E11 | ignore M in [WAITING, «NO»]              | the actor `A` has no state `NO` to ignore messages in; its states are `WAITING`, `WORKING`, `DONE`
                    """)
    void unknownStatesAreToldWhereTheyStand(Code code, String example, String message) {
        assertFound(code, "actor A ( " + STATES + example + " )", message);
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"E04", "E05", "E06", "E11"})
    void statesOfTheActorAreKnownBeforeTheyAreDeclared(Code code) {
        assertNone(
                code,
                "actor A ( WAITING -> DONE auto when x else -> WORKING trigger go() in [WORKING] defer M in [WAITING] "
                        + STATES + ") composes A.DONE -> 02 B.start");
    }

    @Test
    void e11TellsAnUnknownStateOfAComposition() {
        assertFound(
                Code.E11,
                "actor A ( " + STATES + ") composes A.«DOEN» -> 02 B.start",
                "the actor `A` has no state `DOEN` to compose with another transaction; did you mean `DONE`?");
    }

    @Test
    void statesOfAnotherActorAreUnknown() {
        assertFound(
                Code.E05,
                "actor A ( state S initial S -> «REMOTE» auto ) actor B ( state REMOTE initial )",
                "the actor `A` has no state `REMOTE` to enter; its states are `S`");
    }

    @Test
    void ofManyStatesOnlyTheNumberIsTold() {
        assertFound(
                Code.E05,
                "actor A ( state S1 initial state S2 state S3 state S4 state S5 state S6 S1 -> «NOWHERE» auto )",
                "the actor `A` has no state `NOWHERE` to enter; none of its 6 states is called alike");
    }

    @Test
    void anActorWithoutStatesIsToldHowToDeclareOne() {
        assertFound(
                Code.E04,
                "actor A ( «S» -> S auto )",
                "the actor `A` has no state `S`; it declares none: write `state NAME initial`");
    }

    @Test
    void theOnlyNearStateIsOfferedAsAFix() {
        Diagnostic finding = FlowExample.findings(Code.E05, "actor A ( " + STATES + "WAITING -> DNOE auto )")
                .get(0);
        assertEquals("DONE", finding.fixes().get(0).edits().get(0).replacement());
        assertEquals("DNOE", finding.fixes().get(0).edits().get(0).span().text());
    }

    @Test
    void twoNearStatesAreNamedButNotOfferedAsAFix() {
        Diagnostic finding = assertFound(
                Code.E05,
                "actor A ( state WAIT1 initial state WAIT2 WAIT1 -> «WAIT» auto )",
                "the actor `A` has no state `WAIT` to enter; did you mean `WAIT1`, `WAIT2`?");
        assertTrue(finding.fixes().isEmpty());
    }

    @Test
    void aMisspeltStateGivesNoOtherFinding() {
        assertEquals(
                1,
                FlowExample.findings("actor A ( state WAITING initial state DONE terminal state LATER terminal "
                                + "WAITNG -> DONE auto when 1 == 2 else -> LATER )")
                        .size());
    }
}
