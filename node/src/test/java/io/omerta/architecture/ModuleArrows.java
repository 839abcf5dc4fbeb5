package io.omerta.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which module may import which. A module is a set of packages below the root; a package belongs to the module with the
 * longest matching prefix.
 *
 * @param root package that holds all modules, "io.omerta" for the real ones
 */
record ModuleArrows(String root) {
    /**
     * @param name name of the Maven module, and for node also of its two parts
     * @param prefix its packages, below the root
     * @param mayImport packages it may import beside its own, below the root
     */
    private record Module(String name, String prefix, List<String> mayImport) {}

    private static final List<Module> MODULES = List.of(
            new Module("protocol", "protocol", List.of()),
            new Module("sim-core", "sim", List.of()),
            new Module("sim-network", "sim.network", List.of("sim", "protocol")),
            new Module("sim-agents", "sim.agents", List.of("protocol", "sim", "sim.network")),
            new Module("sim-economics", "sim.economics", List.of("protocol", "sim", "sim.agents")),
            new Module("reports", "reports", List.of("sim.record")),
            new Module(
                    "scenarios",
                    "scenarios",
                    List.of("protocol", "sim", "sim.network", "sim.agents", "sim.economics", "reports")),
            new Module("node", "node", List.of("protocol")),
            new Module(
                    "command line",
                    "cli",
                    List.of(
                            "protocol",
                            "sim",
                            "sim.network",
                            "sim.agents",
                            "sim.economics",
                            "reports",
                            "scenarios",
                            "node")));

    /**
     * Libraries beside the JDK that the protocol may use: it must be small enough to audit. {@code javax.lang.model} is the
     * JDK's own list of the words that Java reserves.
     */
    private static final List<String> PROTOCOL_LIBRARIES =
            List.of("java", "javax.lang.model", "org.jspecify", "org.bouncycastle", "com.fasterxml.jackson.core");

    /** One rule for each module, then one that leaves no class outside the modules. */
    List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>();
        for (Module module : MODULES) {
            rules.add(ArchRuleDefinition.classes()
                    .that(belongTo(module))
                    .should(importOnlyWhatIsAllowed(module))
                    .as(module.name() + " imports of ours only " + module.mayImport())
                    .allowEmptyShould(true));
        }
        rules.add(ArchRuleDefinition.classes().should(belongToAModule()).as("every class belongs to a module"));
        rules.add(ArchRuleDefinition.classes()
                .that(belongTo(MODULES.get(0)))
                .should(useOnly(PROTOCOL_LIBRARIES))
                .as("protocol uses only the libraries " + PROTOCOL_LIBRARIES)
                .allowEmptyShould(true));
        rules.add(SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages do not form cycles")
                .allowEmptyShould(true));
        return rules;
    }

    private DescribedPredicate<JavaClass> belongTo(Module module) {
        return DescribedPredicate.describe(
                "belong to " + module.name(),
                type -> moduleOf(type).filter(module::equals).isPresent());
    }

    private ArchCondition<JavaClass> importOnlyWhatIsAllowed(Module module) {
        return new ArchCondition<>("import only what is allowed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> !mayImport(module, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private ArchCondition<JavaClass> belongToAModule() {
        return new ArchCondition<>("belong to a module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (moduleOf(type).isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " belongs to no module"));
                }
            }
        };
    }

    private ArchCondition<JavaClass> useOnly(List<String> libraries) {
        return new ArchCondition<>("use only " + libraries) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isOurs(dependency.getTargetClass()))
                        .filter(dependency -> libraries.stream()
                                .noneMatch(library -> isWithin(packageOf(dependency.getTargetClass()), library)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private boolean mayImport(Module module, JavaClass target) {
        Optional<Module> owner = moduleOf(target);
        if (owner.isEmpty()) {
            return false;
        }
        if (owner.get().equals(module)) {
            return true;
        }
        String targetPackage = packageOf(target);
        // "sim" allows sim-core, not the modules whose packages lie below "sim" as well.
        return module.mayImport().stream()
                .anyMatch(allowed -> isWithin(targetPackage, root + "." + allowed)
                        && allowed.startsWith(owner.get().prefix()));
    }

    private Optional<Module> moduleOf(JavaClass type) {
        String name = packageOf(type);
        return MODULES.stream()
                .filter(module -> isWithin(name, root + "." + module.prefix()))
                .reduce((a, b) -> a.prefix().length() >= b.prefix().length() ? a : b);
    }

    private boolean isOurs(JavaClass type) {
        return isWithin(packageOf(type), root);
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    private static boolean isWithin(String packageName, String prefix) {
        return packageName.equals(prefix)
                || packageName.startsWith(prefix + ".")
                || (prefix.equals("java") && packageName.isEmpty()); // primitive types
    }
}
