package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static io.omerta.protocol.language.check.FlowExample.places;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.RelatedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateRulesTest {
    private static final String WHOLE = "actor A ( state S initial state T terminal S -> T auto )";

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"E01", "E02", "E03", "W01", "W02"})
    void anActorWithOneBeginningAndAnEndIsWhole(Code code) {
        assertNone(code, WHOLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    actor «A» ( )                 | the actor `A` has no state; declare `state NAME initial`
                    actor «A» ( state S terminal ) | the actor `A` has no initial state; mark the state where it begins `initial`
                    """)
    void e01TellsAnActorWithoutBeginning(String example, String message) {
        assertFound(Code.E01, example, message);
    }

    @Test
    void e02TellsOnceThatThereAreSeveralBeginnings() {
        Diagnostic finding = assertFound(
                Code.E02,
                "actor A ( state S initial state «T» initial state U initial S -> T auto T -> U auto U -> S auto )",
                "the actor `A` has 3 initial states, `S`, `T` and `U`; it can begin in one only");
        assertEquals(
                List.of("S", "U"),
                finding.related().stream().map(related -> related.span().text()).toList());
    }

    @Test
    void e02DoesNotCountAStateThatIsDeclaredTwice() {
        assertNone(Code.E02, "actor A ( state S initial state S initial )");
    }

    @Test
    void e03TellsEachRepeatedDeclarationAndWhereTheFirstIs() {
        Diagnostic finding = assertFound(
                Code.E03,
                "actor A ( state S initial state T terminal state «S» terminal )",
                "the state `S` is declared twice in `A`; remove one declaration or rename it");
        RelatedSpan first = finding.related().get(0);
        assertEquals("declared first here", first.message());
        assertEquals(16, first.span().start());
    }

    @Test
    void e03AllowsOneNameInTwoActors() {
        assertNone(Code.E03, "actor A ( state S initial ) actor B ( state S initial )");
    }

    @Test
    void w01TellsAnActorThatNeverEnds() {
        assertFound(
                Code.W01,
                "actor «A» ( state S initial state T S -> T auto T -> S auto )",
                "the actor `A` never ends; mark a state `terminal`, or `idle` if the actor may wait there for ever");
    }

    @Test
    void w01AllowsAnActorThatMayRestForEver() {
        assertNone(Code.W01, "actor A ( state S initial idle state T S -> T on M T -> S auto )");
    }

    @Test
    void w01SaysNothingOfAnActorWithoutStates() {
        assertNone(Code.W01, "actor A ( )");
    }

    @Test
    void w02TellsAStateThatNothingEnters() {
        Diagnostic finding = assertFound(
                Code.W02,
                "actor A ( state S initial state T terminal state «U» S -> T auto U -> U auto U -> T auto )",
                "`U` cannot be reached from `S`: no transition of another state enters it");
        assertEquals("S", finding.related().get(0).span().text());
    }

    @Test
    void w02SaysWhenAStateIsEnteredFromUnreachableStatesOnly() {
        List<Diagnostic> findings = FlowExample.findings(
                Code.W02,
                "actor A ( state S initial state T terminal state U state V S -> T auto U -> V auto V -> T auto )");
        assertEquals(
                List.of(
                        "`U` cannot be reached from `S`: no transition of another state enters it",
                        "`V` cannot be reached from `S`: it is entered only from `U`, which cannot be reached either"),
                findings.stream().map(Diagnostic::message).toList());
    }

    @Test
    void w02CountsTheWayThroughAnElse() {
        assertNone(
                Code.W02, "actor A ( state S initial state T terminal state U terminal S -> T auto when x else -> U )");
    }

    @Test
    void w02CountsAllKindsOfEvents() {
        assertNone(
                Code.W02,
                "actor A ( state S initial state T state U state V terminal S -> T on M "
                        + "T -> U collect M from c until 3 by v into w U -> V on timeout(P) )");
    }

    @Test
    void w02FollowsAMisspeltTargetToTheOnlyStateNearby() {
        assertEquals(
                List.of(),
                places(Code.W02, "actor A ( state START initial state FINISHED terminal START -> FINISHD auto )"));
    }

    @Test
    void w02SaysNothingIfATargetMayBeAnyState() {
        assertNone(Code.W02, "actor A ( state S initial state T terminal S -> ELSEWHERE auto )");
    }

    @Test
    void w02SaysNothingWithoutABeginning() {
        assertNone(Code.W02, "actor A ( state S state T terminal S -> T auto )");
    }
}
