package io.omerta.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Methods and constructors that must not be used, be it by a call or by a reference such as {@code Math::exp}.
 *
 * @param name name of the ban
 * @param instead what to use
 * @param banned whether a method or constructor is banned
 */
record Ban(String name, String instead, Predicate<CodeUnitAccessTarget> banned) {
    /** Methods of a class by name, whatever their parameters. */
    static Predicate<CodeUnitAccessTarget> methods(Class<?> owner, String... names) {
        List<String> list = List.of(names);
        return target -> isOwner(target, owner) && list.contains(target.getName());
    }

    /** One method by name and parameters. */
    static Predicate<CodeUnitAccessTarget> method(Class<?> owner, String name, Class<?>... parameters) {
        List<String> types = List.of(parameters).stream().map(Class::getName).toList();
        return target -> isOwner(target, owner)
                && target.getName().equals(name)
                && target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                        .equals(types);
    }

    /** One constructor by its parameters. */
    static Predicate<CodeUnitAccessTarget> constructor(Class<?> owner, Class<?>... parameters) {
        return method(owner, "<init>", parameters);
    }

    /** Everything that a class offers. */
    static Predicate<CodeUnitAccessTarget> anyUseOf(Class<?> owner) {
        return target -> isOwner(target, owner);
    }

    @SafeVarargs
    static Predicate<CodeUnitAccessTarget> anyOf(Predicate<CodeUnitAccessTarget>... predicates) {
        return target -> Arrays.stream(predicates).anyMatch(predicate -> predicate.test(target));
    }

    /** The ban as a rule for the given classes. */
    ArchRule in(DescribedPredicate<JavaClass> classes) {
        return ArchRuleDefinition.classes()
                .that(classes)
                .should(notUseWhatIsBanned())
                .as("no " + name + "; instead: " + instead)
                .allowEmptyShould(true);
    }

    private ArchCondition<JavaClass> notUseWhatIsBanned() {
        return new ArchCondition<>("not use " + name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> banned.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static boolean isOwner(CodeUnitAccessTarget target, Class<?> owner) {
        return target.getOwner().getName().equals(owner.getName());
    }
}
