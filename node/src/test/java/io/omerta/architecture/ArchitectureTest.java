package io.omerta.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.omerta.sim.kernel.KernelSimulator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the source tree to its rules. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.omerta");

    @Test
    void theRulesSeeEveryModule() {
        for (String name : new String[] {
            "protocol.host.package-info",
            "sim.random.RandomStream",
            "sim.network.region.Region",
            "scenarios.model.InvalidInputException",
            "cli.Omerta"
        }) {
            assertTrue(OURS.contain("io.omerta." + name), name + " is not on the class path of this test");
        }
    }

    @TestFactory
    Stream<DynamicTest> modulesImportOnlyWhatTheyMay() {
        return new ModuleArrows("io.omerta").rules().stream().map(ArchitectureTest::test);
    }

    @TestFactory
    Stream<DynamicTest> protocolAndSimulationAreDeterministic() {
        DescribedPredicate<JavaClass> deterministic =
                JavaClass.Predicates.resideInAnyPackage("io.omerta.protocol..", "io.omerta.sim..");
        // The simulator has to end the worker thread that DSOL starts behind its back.
        DescribedPredicate<JavaClass> threadsAllowed = JavaClass.Predicates.resideInAPackage(
                        "io.omerta.sim.replication..")
                .or(JavaClass.Predicates.equivalentTo(KernelSimulator.class));
        return DeterminismBans.rules(deterministic, threadsAllowed).stream().map(ArchitectureTest::test);
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OURS));
    }
}
