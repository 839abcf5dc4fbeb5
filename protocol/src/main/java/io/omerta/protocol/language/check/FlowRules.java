package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Declaration;
import java.util.List;

/**
 * The rules about the flow of actors: states and the ways between them, messages and who handles them, what is never
 * used, guards and what they protect. They need names and structure only, no types, and so work in files with other
 * errors too.
 *
 * <p>Codes: E01 to E06, E11, E21, E30, W01, W02, W05 to W11, W13. The technique is that of model checkers' static
 * passes: each actor is a graph ({@link StateGraph}), and each guard a formula ({@link GuardLogic}).
 */
final class FlowRules {
    private FlowRules() {}

    /** What is wrong or doubtful, by rule: errors in all files of the unit, warnings in the main one. */
    static List<Diagnostic> check(Unit unit) {
        UnitIndex index = new UnitIndex(unit);
        GuardLogic logic = new GuardLogic(index);
        Findings findings = new Findings(unit.main().source());
        for (Declaration.Actor actor : index.all(Declaration.Actor.class)) {
            StateGraph graph = new StateGraph(actor);
            StateRules.check(graph, findings);
            StateNameRule.check(graph, index, findings);
            EndRule.check(graph, findings);
            AutoRule.check(graph, index, logic, findings);
            WaitingRules.check(graph, logic, findings);
            SenderRules.check(graph, index, findings);
            UnusedInActorRule.check(graph, index, findings);
        }
        DivisionRule.check(unit, index, logic, findings);
        if (!isLibrary(unit)) {
            TrafficRule.check(index, findings);
            UnusedRule.check(unit, index, findings);
        }
        return findings.all();
    }

    /** A file without a transaction and without actors declares things for those that import it. */
    private static boolean isLibrary(Unit unit) {
        return unit.main().declarations().stream()
                .noneMatch(declaration ->
                        declaration instanceof Declaration.Transaction || declaration instanceof Declaration.Actor);
    }
}
