package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What binding makes of right text. */
class ModelTest {
    private static final ProtocolModel QUORUM = model(Samples.QUORUM);

    @Test
    void parametersHaveTheTypesOfTheirUnits() {
        ProtocolModel model = model(
                "parameters ( A = 3 B = -3 C = 3.5 D = 1 fraction E = 1.5 minutes F = RED G = E ) enum Color ( RED )");
        assertEquals(
                "A uint 3, B int -3, C fixed 3.500000, D fixed 1.000000, E duration 90000, F Color RED, G duration 90000",
                String.join(
                        ", ",
                        model.parameters().stream()
                                .map(parameter -> parameter.name() + " "
                                        + parameter.type().notation() + " " + parameter.value())
                                .toList()));
    }

    @Test
    void theHeadNamesTheTransaction() {
        assertEquals("90", QUORUM.id());
        assertEquals("Sample", QUORUM.title());
        assertEquals("A small quorum", QUORUM.description());
    }

    @Test
    void aSignedMessageEndsWithItsSignature() {
        List<FieldModel> fields = QUORUM.messages().get(1).body().fields();
        FieldModel last = fields.get(fields.size() - 1);
        assertEquals("signature", last.name());
        assertEquals(Scalar.SIGNATURE, last.type());
    }

    @Test
    void payloadsOfSignedMessagesLackTheSignature() {
        OperationModel.Send send = assertInstanceOf(
                OperationModel.Send.class,
                transition("Witness", 0).then().operations().get(4));
        assertEquals(
                send.message().body().fields().size() - 1,
                send.payload().fields().size());
    }

    @Test
    void fieldsComeFromTheTriggerThenFromTheStoreThenFromTheClock() {
        ProtocolModel model = model(
                """
                message M from A to [B] ( first uint second uint timestamp timestamp )
                actor A (
                  store ( first uint second uint peer peer_id )
                  trigger go(second uint, third uint) in [S]
                  state S initial
                  state T terminal
                  S -> T on go ( SEND(peer, M) )
                )
                actor B ( state S initial state T terminal S -> T on M )
                """);
        OperationModel.Send send = assertInstanceOf(
                OperationModel.Send.class,
                model.actors().get(0).transitions().get(0).then().operations().get(0));
        Term.Variable first =
                assertInstanceOf(Term.Variable.class, send.payload().fields().get(0));
        Term.Local second =
                assertInstanceOf(Term.Local.class, send.payload().fields().get(1));
        Term.CallBuiltin third =
                assertInstanceOf(Term.CallBuiltin.class, send.payload().fields().get(2));
        assertEquals(0, first.slot());
        assertEquals(0, second.index());
        assertEquals(Builtin.NOW, third.builtin());
    }

    @Test
    void laterEntriesOverrideEarlierOnesAndExplicitOnesOverrideSpreads() {
        FunctionModel function = function(
                """
                struct P ( x uint y uint )
                function F(p P, q P) -> P ( RETURN { x 1, ...p, ...q, x 2 } )
                """);
        Term.RecordOf record = assertInstanceOf(Term.RecordOf.class, returned(function));
        assertEquals(
                new Value.Int(2),
                assertInstanceOf(Term.Constant.class, record.fields().get(0)).value());
        Term.FieldOf second =
                assertInstanceOf(Term.FieldOf.class, record.fields().get(1));
        assertEquals("q", assertInstanceOf(Term.Local.class, second.target()).name());
    }

    @Test
    void thePayloadAtHandIsLocalZeroAndLambdasFollow() {
        TransitionModel onIntent = transition("Witness", 0);
        assertInstanceOf(EventModel.OnMessage.class, onIntent.event());
        assertEquals(1, onIntent.locals());
        ProtocolModel model = model(
                """
                message M from B to [A] ( xs list<uint> )
                actor A (
                  store ( n uint ok bool )
                  state S initial
                  state T terminal
                  S -> T on M when ANY(message.xs, x => ALL(message.xs, y => x == y)) ( ok = ALL(message.xs, z => z > 0) )
                )
                actor B ( state S initial idle state T terminal S -> T on timeout(P) )
                parameters ( P = 1 second )
                """);
        assertEquals(3, model.actors().get(0).transitions().get(0).locals());
    }

    @Test
    void parametersOfATriggerAreTheFirstLocals() {
        TransitionModel start = transition("Consumer", 0);
        EventModel.OnTrigger event = assertInstanceOf(EventModel.OnTrigger.class, start.event());
        assertEquals("start", event.trigger().name());
        OperationModel.Assign stored = assertInstanceOf(
                OperationModel.Assign.class, start.then().operations().get(0));
        assertEquals(0, assertInstanceOf(Term.Local.class, stored.value()).index());
        assertEquals(1, stored.slot());
    }

    @Test
    void collectsResolveTheirPlaces() {
        EventModel.OnCollect collect = assertInstanceOf(
                EventModel.OnCollect.class, transition("Consumer", 1).event());
        assertEquals("VOTE", collect.message().name());
        assertEquals(1, collect.members());
        assertEquals(3, collect.votes());
        assertEquals(0, collect.voterField());
        assertNotNull(collect.agreement());
        assertNotNull(collect.condition());
    }

    @Test
    void transitionsKnowTheirPlaceAndTheirStates() {
        TransitionModel start = transition("Consumer", 0);
        assertEquals(0, start.index());
        assertEquals(0, start.from());
        assertEquals(1, start.then().to());
        assertEquals(2, start.otherwise() == null ? -1 : start.otherwise().to());
        assertNull(transition("Consumer", 1).guard());
    }

    @Test
    void deferralsOfAllStatesYieldToThoseOfOne() {
        ProtocolModel model = model(
                """
                message M from B to [A] ( )
                actor A (
                  state S initial idle
                  state T idle
                  state U terminal
                  trigger go() in [S]
                  S -> T on go
                  T -> U on M
                  ignore M
                  defer M in [S]
                )
                actor B ( store ( a peer_id ) state S initial state T terminal S -> T auto ( SEND(a, M) ) )
                """);
        Map<Integer, DeferralKind> kinds = new TreeMap<>();
        model.actors().get(0).deferrals().forEach(deferral -> kinds.put(deferral.state(), deferral.kind()));
        assertEquals(Map.of(0, DeferralKind.DEFER, 1, DeferralKind.IGNORE, 2, DeferralKind.IGNORE), kinds);
    }

    @Test
    void whatBecomesUintIsTested() {
        Term returned = returned(function("function F(x int) -> uint ( RETURN x )"));
        assertInstanceOf(Term.NotNegative.class, returned);
    }

    @Test
    void whatBecomesAFractionIsWidened() {
        assertInstanceOf(Term.Widen.class, returned(function("function F(x int) -> fixed ( RETURN x )")));
        assertEquals(
                new Value.Fixed(2_000_000),
                assertInstanceOf(Term.Constant.class, returned(function("function F() -> fixed ( RETURN 2 )")))
                        .value());
    }

    @Test
    void theOperandsOfAQuotientOfIntegersStayIntegers() {
        Term.Binary quotient =
                assertInstanceOf(Term.Binary.class, returned(function("function F(x int) -> fixed ( RETURN x / 3 )")));
        assertEquals(Scalar.INT, quotient.left().type());
        assertEquals(Scalar.FIXED, quotient.type());
    }

    @Test
    void nothingInBracesIsTheEmptyMap() {
        Term returned = returned(function("function F() -> map<hash, uint> ( RETURN {} )"));
        assertEquals(
                ValueMap.of(Map.of()),
                assertInstanceOf(Term.Constant.class, returned).value());
    }

    @Test
    void localsAreParametersThenVariablesThenWhatLambdasAdd() {
        FunctionModel function = function(
                """
                function F(xs list<uint>) -> uint (
                  a = LENGTH(FILTER(xs, x => ANY(xs, y => y == x)))
                  b = a
                  FOR z IN xs ( b = b + z )
                  RETURN b
                )
                """);
        assertEquals(4, function.locals());
        StatementModel.ForEach loop =
                assertInstanceOf(StatementModel.ForEach.class, function.body().get(2));
        assertEquals(3, loop.local());
    }

    @Test
    void aVariableHasTheTypeThatAllItsAssignmentsFit() {
        FunctionModel function = function(
                """
                struct P ( amount uint )
                function F(ps list<P>) -> uint (
                  best = null
                  FOR p IN ps ( best = IF best == null THEN p ELSE IF p.amount > best.amount THEN p ELSE best )
                  RETURN best.amount
                )
                """);
        Term.FieldOf amount = assertInstanceOf(Term.FieldOf.class, returned(function));
        assertEquals("P", amount.target().type().notation());
    }

    @Test
    void eachCallChoosesTheTypesOfAFunctionAnew() {
        ProtocolModel model = model(
                """
                function FIRST(xs list<T>, other T) -> T ( RETURN IF LENGTH(xs) == 0 THEN other ELSE xs[0] )
                function F(xs list<uint>, hs list<hash>) -> bool (
                  RETURN FIRST(xs, 1) == 2 and FIRST(hs, null) == null
                )
                """);
        Term.Binary both =
                assertInstanceOf(Term.Binary.class, returned(model.functions().get(1)));
        assertEquals(
                Scalar.UINT,
                assertInstanceOf(Term.Binary.class, both.left()).left().type());
        assertEquals(
                Scalar.HASH,
                assertInstanceOf(Term.Binary.class, both.right()).left().type());
    }

    @Test
    void functionsMayBeDeclaredAfterTheirCallers() {
        ProtocolModel model =
                model("function F(x uint) -> uint ( RETURN G(x) ) function G(x uint) -> uint ( RETURN x )");
        Term.CallFunction call = assertInstanceOf(
                Term.CallFunction.class, returned(model.functions().get(0)));
        assertEquals("G", call.function().name());
    }

    @Test
    void propertiesSeeStatesIdentitiesAndVariables() {
        Term.CallBuiltin all = assertInstanceOf(
                Term.CallBuiltin.class, QUORUM.properties().get(0).condition());
        Term.Instances instances =
                assertInstanceOf(Term.Instances.class, all.arguments().get(0));
        assertEquals("Consumer", instances.actor().name());
        assertEquals("list<Consumer>", instances.type().notation());
        assertEquals(1, QUORUM.properties().get(0).locals());
    }

    @Test
    void eventualitiesHaveADeadline() {
        ParameterModel deadline = QUORUM.properties().get(1).deadline();
        assertNotNull(deadline);
        assertEquals("LOCK_TIMEOUT", deadline.name());
        assertNull(QUORUM.properties().get(0).deadline());
    }

    @Test
    void nativesMayGiveNothing() {
        assertEquals(true, QUORUM.natives().get(0).optionalResult());
        assertEquals(Scalar.BOOL, QUORUM.natives().get(0).result());
    }

    @Test
    void typesNestRecordsInAnyOrderOfDeclaration() {
        ProtocolModel model = model("struct A ( b list<B> ) struct B ( c C ) enum C ( X )");
        Type type = model.structs().get(0).fields().get(0).type();
        assertEquals("list<B>", type.notation());
        assertNotNull(type.descriptor());
    }

    private static TransitionModel transition(String actor, int index) {
        for (ActorModel model : QUORUM.actors()) {
            if (model.name().equals(actor)) {
                return model.transitions().get(index);
            }
        }
        throw new IllegalArgumentException(actor);
    }

    private static FunctionModel function(String text) {
        List<FunctionModel> functions = model(text).functions();
        return functions.get(functions.size() - 1);
    }

    private static Term returned(FunctionModel function) {
        StatementModel last = function.body().get(function.body().size() - 1);
        return assertInstanceOf(StatementModel.Return.class, last).value();
    }

    private static ProtocolModel model(String text) {
        CheckedProtocol checked = Checker.check(Source.of("model.omt", text), ImportSource.none());
        ProtocolModel model = checked.model();
        assertNotNull(model, () -> DiagnosticText.render(checked.diagnostics()));
        return model;
    }
}
