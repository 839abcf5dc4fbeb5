package io.omerta.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot fail is no rule: each flags the fixtures that break it. */
class RulesCanFailTest {
    private static final String VIOLATIONS = "io.omerta.architecture.violations.";
    private static final JavaClasses ARROWS = new ClassFileImporter().importPackages(VIOLATIONS + "arrows");
    private static final JavaClasses DETERMINISM = new ClassFileImporter().importPackages(VIOLATIONS + "determinism");
    private static final JavaClasses PERMITTED = new ClassFileImporter().importPackages(VIOLATIONS + "permitted");

    @ParameterizedTest(name = "{0} is flagged by \"{1}\"")
    @CsvSource({
        "ProtocolUsesSimulator, protocol imports",
        "ProtocolUsesPicocli, protocol uses only the libraries",
        "CoreUsesProtocol, sim-core imports",
        "CoreUsesNetwork, sim-core imports",
        "NetworkUsesAgents, sim-network imports",
        "AgentsUseEconomics, sim-agents imports",
        "EconomicsUsesNetwork, sim-economics imports",
        "ReportsUseKernel, reports imports",
        "ScenariosUseProgram, scenarios imports",
        "NodeUsesSimulator, node imports",
        "ProgramUsesStray, command line imports",
        "Stray, every class belongs to a module",
        "HtmlUsesCi, packages do not form cycles",
    })
    void everyArrowRuleFlagsItsViolation(String fixture, String rule) {
        List<String> details = violations(ruleNamed(new ModuleArrows(VIOLATIONS + "arrows").rules(), rule), ARROWS);

        assertTrue(details.stream().anyMatch(detail -> detail.contains("." + fixture)), details::toString);
    }

    @Test
    void arrowRulesFlagNothingElse() {
        long flagged = new ModuleArrows(VIOLATIONS + "arrows")
                .rules().stream()
                        .filter(rule -> !rule.getDescription().startsWith("packages"))
                        .mapToLong(rule -> violations(rule, ARROWS).size())
                        .sum();

        assertEquals(12, flagged); // the rows above without the cycle
    }

    @ParameterizedTest(name = "every member of {0} is flagged by \"{1}\"")
    @CsvSource({
        "WallClock, no wall clock",
        "UnnamedRandomness, no randomness",
        "ParallelStreams, no parallel stream",
        "DefaultSurroundings, no default locale",
        "PlatformMath, no transcendental",
        "HashOrder, no hash table",
        "IdentityHash, no identity hash",
        "Threads, no thread",
        "FilesAndSockets, no file or socket",
        "MutableStatics, no mutable static",
    })
    void everyBanFlagsAllItsViolations(String fixture, String rule) {
        JavaClass type = DETERMINISM.get(VIOLATIONS + "determinism." + fixture);
        List<String> details = violations(ruleNamed(determinismRules("nothing"), rule), DETERMINISM);
        List<String> unflagged = violatingMembers(type)
                .map(JavaMember::getFullName)
                .filter(name -> details.stream().noneMatch(detail -> detail.contains(name)))
                .toList();

        assertEquals(List.of(), unflagged);
    }

    @Test
    void theExemptPackageMayUseThreadsAndNothingElse() {
        List<ArchRule> rules = determinismRules("io.omerta.architecture.violations.determinism");

        assertEquals(List.of(), violations(ruleNamed(rules, "no thread"), DETERMINISM));
        assertFalse(violations(ruleNamed(rules, "no wall clock"), DETERMINISM).isEmpty());
    }

    @Test
    void whatIsPermittedIsNotFlagged() {
        for (ArchRule rule : DeterminismBans.rules(
                JavaClass.Predicates.resideInAPackage(VIOLATIONS + "permitted"),
                JavaClass.Predicates.resideInAPackage("nothing"))) {
            assertEquals(List.of(), violations(rule, PERMITTED), rule.getDescription());
        }
    }

    private static Stream<? extends JavaMember> violatingMembers(JavaClass type) {
        if (type.getSimpleName().equals("MutableStatics")) {
            return type.getFields().stream();
        }
        return type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static List<ArchRule> determinismRules(String threadsAllowed) {
        return DeterminismBans.rules(
                JavaClass.Predicates.resideInAPackage(VIOLATIONS + "determinism"),
                JavaClass.Predicates.resideInAPackage(threadsAllowed));
    }

    private static ArchRule ruleNamed(List<ArchRule> rules, String beginning) {
        return rules.stream()
                .filter(rule -> rule.getDescription().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule begins with \"" + beginning + "\""));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
