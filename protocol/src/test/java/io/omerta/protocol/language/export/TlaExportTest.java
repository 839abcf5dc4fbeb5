package io.omerta.protocol.language.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlaExportTest {
    /** Exit codes of TLC. */
    private static final int SAFETY_VIOLATED = 12;

    private static final int LIVENESS_VIOLATED = 13;

    private static final String CONFORMANCE = "/io/omerta/protocol/machine/conformance/";

    private static final String TRANSACTIONS = "/io/omerta/protocol/transaction/";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names.omt",
                "/io/omerta/protocol/language/generate/every-type.omt",
                TRANSACTIONS + "00_escrow_lock/transaction.omt",
                CONFORMANCE + "collect.omt",
                CONFORMANCE + "deferral.omt",
                CONFORMANCE + "macrosteps.omt",
                CONFORMANCE + "payloads.omt",
                CONFORMANCE + "timers.omt"
            })
    void theParserOfTlaAcceptsTheModule(String protocol) {
        TlaTools.Answer answer = tools().parse(export(resource(protocol)));
        assertEquals(0, answer.exit(), answer.text());
        assertFalse(answer.text().contains("rror"), answer.text());
    }

    @Test
    void aCorrectProtocolPasses() {
        TlaTools.Answer answer = check(resource("lock.omt"), "TakerPeers_1", "t1, t2");
        assertEquals(0, answer.exit(), answer.text());
        assertTrue(answer.text().contains("Model checking completed. No error has been found."), answer.text());
        assertTrue(distinctStates(answer) > 100, answer.text());
    }

    @Test
    void aLockThatIsGrantedTwiceIsFound() {
        String wrong = resource("lock.omt")
                .replace(
                        "reason = \"taken\"\n        SEND(message.sender, REFUSE)",
                        "receipt = HASH(message.sender, message.amount)"
                                + " SEND(message.sender, GRANT { taker message.sender })");
        TlaTools.Answer answer = check(wrong, "TakerPeers_1", "t1, t2");
        assertEquals(SAFETY_VIOLATED, answer.exit(), answer.text());
        assertTrue(answer.text().contains("Invariant AtMostOneHolds is violated."), answer.text());
    }

    @Test
    void aRequestThatIsNeverAnsweredIsFound() {
        String wrong = resource("lock.omt")
                .replace("ASKING -> WITHOUT on timeout(PATIENCE)", "")
                .replace("state ASKING", "state ASKING idle")
                .replace("reason = \"taken\"\n        SEND(message.sender, REFUSE)", "reason = \"taken\"");
        TlaTools.Answer answer = check(wrong, "TakerPeers_1", "t1, t2");
        assertEquals(LIVENESS_VIOLATED, answer.exit(), answer.text());
        assertTrue(answer.text().contains("Temporal properties were violated."), answer.text());
    }

    @Test
    void aQuorumOfDistinctWitnessesSuffices() {
        TlaTools.Answer answer = check(resource("quorum.omt"), "none", "none");
        assertEquals(0, answer.exit(), answer.text());
        assertTrue(distinctStates(answer) > 100, answer.text());
    }

    @Test
    void aQuorumThatIsTooSmallIsFound() {
        TlaTools.Answer answer = check(resource("quorum.omt").replace("QUORUM = 2", "QUORUM = 1"), "none", "none");
        assertEquals(SAFETY_VIOLATED, answer.exit(), answer.text());
        assertTrue(answer.text().contains("Invariant TwoAcceptedBefore is violated."), answer.text());
    }

    /** The engine and the module compute the same store; each value of the engine is an equation of the module. */
    @ParameterizedTest
    @ValueSource(longs = {-5, 30})
    void functionsAndOperatorsComputeWhatTheEngineComputes(long argument) {
        ProtocolModel model = checked(resource("values.omt"));
        List<String> equations = equations(model, argument);
        TlaTools.Answer answer = checkStore(model, argument, equations);
        assertEquals(0, answer.exit(), answer.text());
    }

    @Test
    void anEquationThatDoesNotHoldIsFound() {
        ProtocolModel model = checked(resource("values.omt"));
        List<String> equations = equations(model, 1);
        equations.set(2, "~(" + equations.get(2) + ")");
        TlaTools.Answer answer = checkStore(model, 1, equations);
        assertEquals(SAFETY_VIOLATED, answer.exit(), answer.text());
        assertTrue(answer.text().contains("Invariant Agrees is violated."), answer.text());
    }

    private static List<String> equations(ProtocolModel model, long argument) {
        MachineSpec machine = TransactionSpec.compile(model).machine("A");
        Configuration computed = step(machine, machine.initial(), "compute", argument);
        assertEquals("DONE", computed.state().name());
        List<String> equations = new ArrayList<>();
        for (int i = 0; i < computed.variables().size(); i++) {
            equations.add("store." + computed.actor().variables().get(i).name() + " = "
                    + TlaLiteral.of(computed.variable(i)));
        }
        return equations;
    }

    private TlaTools.Answer checkStore(ProtocolModel model, long argument, List<String> equations) {
        TlaModule module = TlaExport.export(model, "unused");
        String text = module.text()
                .replace(
                        "\n====",
                        "\nAgrees == \\A p \\in APeers : LET store == A[p].store IN A[p].state = \"DONE\" =>\n  ("
                                + String.join("\n   /\\ ", equations) + ")\n\nGiven == {" + argument + "}\n====")
                .replace("\\/ A_Trigger_fault(self)", "");
        TlaModule extended = new TlaModule(module.name(), text, module.configuration(), module.notes());
        return tools().check(
                        extended,
                        module.configuration().replace("IntValues = {0, 1}", "IntValues <- Given")
                                + "INVARIANT Agrees\n");
    }

    /** In a fault the store stays as it was, whichever part of a guard or action has it. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4})
    void faultsUndoTheSameStepsAsInTheEngine(long argument) {
        ProtocolModel model = checked(resource("values.omt"));
        MachineSpec machine = TransactionSpec.compile(model).machine("A");
        Configuration computed = step(machine, machine.initial(), "compute", argument);
        Value faults = step(machine, computed, "fault", argument)
                .variable(computed.variables().size() - 1);
        TlaModule module = TlaExport.export(model, "unused");
        String text = module.text()
                .replace(
                        "\n====",
                        "\nAgrees == \\A p \\in APeers : A[p].store.faults \\in {Null, " + TlaLiteral.of(faults)
                                + "}\n\nReached == <>(\\E p \\in APeers : A[p].state = \"DONE\" /\\ A[p].store.faults = "
                                + TlaLiteral.of(faults)
                                + ")\n\nGiven == {" + argument + "}\n====")
                .replace(
                        "Fairness ==\n  TRUE",
                        "Fairness ==\n  \\A p \\in APeers : WF_vars(A_Trigger_compute(p)) /\\ WF_vars(A_Trigger_fault(p))");
        String configuration = module.configuration()
                .replace("IntValues = {0, 1}", "IntValues <- Given")
                .replace("MaxListLength = 2", "MaxListLength = 9");
        TlaTools.Answer answer = tools().check(
                        new TlaModule(module.name(), text, "", List.of()),
                        configuration + "INVARIANT Agrees\nPROPERTY Reached\n");
        assertEquals(0, answer.exit(), answer.text());
    }

    @Test
    void whatDiffersFromTheTransactionIsToldInTheModuleAndBesideIt() {
        TlaModule module = export(resource("quorum.omt"));
        String answers =
                "The host answers anything of the set Answers_..., whatever the arguments, and two questions may"
                        + " get different answers, to: READ_WITNESSES, looks_good.";
        assertTrue(module.notes().contains(answers), module.notes()::toString);
        module.notes().forEach(note -> assertTrue(module.text().contains("\n\\* - " + note + "\n"), note));
        assertTrue(
                module.notes().stream().anyMatch(note -> note.startsWith("Time does not pass")),
                module.notes()::toString);
    }

    @Test
    void aNumberBeyondThoseOfTlcIsToldWithItsPlace() {
        TlaModule module = export(resource("lock.omt").replace("5 seconds", "50 days"));
        assertTrue(
                module.notes()
                        .contains("test.omt:4:5: the number 4320000000 is beyond those of TLC, which end at"
                                + " 2147483647: scale it down to check with TLC."),
                module.notes()::toString);
    }

    @Test
    void aLibraryWithoutActorsIsRefused() {
        ProtocolModel library = checked("struct S ( n int )");
        assertEquals(
                "there is no actor, so nothing happens that could be checked; export a transaction that imports this",
                assertThrows(IllegalArgumentException.class, () -> TlaExport.export(library, "x"))
                        .getMessage());
    }

    @Test
    void theSameModelGivesTheSameText() {
        assertEquals(export(resource("quorum.omt")), export(resource("quorum.omt")));
    }

    @Test
    void aTransactionWithoutATitleIsCalledByTheFallbackName() {
        String untitled = resource("lock.omt").replace("\"Small lock\"", "\"\"");
        assertEquals(
                "LockV2.tla", TlaExport.export(checked(untitled), "lock-v2").moduleFile());
    }

    private static Configuration step(MachineSpec machine, Configuration from, String trigger, long argument) {
        return machine.step(from, new MachineInput.Triggered(trigger, List.of(new Value.Int(argument))), new Alone())
                .next();
    }

    /** Checks a protocol with other peers of a role. */
    private TlaTools.Answer check(String protocol, String peer, String peers) {
        TlaModule module = export(protocol);
        return tools().check(
                        module,
                        module.configuration()
                                .replace("{" + peer + "}", "{" + peers + "}")
                                .replace("MaxMessages = 3", "MaxMessages = 2"));
    }

    private static long distinctStates(TlaTools.Answer answer) {
        String line = answer.text()
                .lines()
                .filter(text -> text.contains("distinct states found, 0 states left"))
                .findFirst()
                .orElse("0 states generated, 0 distinct");
        return Long.parseLong(
                line.replaceAll(".* generated, ([0-9,]+) distinct.*", "$1").replace(",", ""));
    }

    private TlaTools tools() {
        return new TlaTools(folder);
    }

    private static TlaModule export(String protocol) {
        return TlaExport.export(checked(protocol), "unused");
    }

    private static ProtocolModel checked(String text) {
        return Checker.check(Source.of("test.omt", text), ShippedTransactions.imports())
                .requireModel();
    }

    private static String resource(String name) {
        try (InputStream in = TlaExportTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
