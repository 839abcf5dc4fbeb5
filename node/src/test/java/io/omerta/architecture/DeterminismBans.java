package io.omerta.architecture;

import static io.omerta.architecture.Ban.anyOf;
import static io.omerta.architecture.Ban.anyUseOf;
import static io.omerta.architecture.Ban.constructor;
import static io.omerta.architecture.Ban.method;
import static io.omerta.architecture.Ban.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What protocol and simulation code must not do, because the same commit, scenario and seed must give the same trace on
 * every machine.
 */
final class DeterminismBans {
    private static final List<Ban> BANS = List.of(
            new Ban(
                    "wall clock",
                    "the time that is passed in",
                    anyOf(
                            methods(System.class, "currentTimeMillis", "nanoTime"),
                            anyUseOf(Clock.class),
                            methods(Instant.class, "now"),
                            methods(LocalDate.class, "now"),
                            methods(LocalTime.class, "now"),
                            methods(LocalDateTime.class, "now"),
                            methods(OffsetDateTime.class, "now"),
                            methods(ZonedDateTime.class, "now"),
                            methods(Year.class, "now"),
                            constructor(Date.class))),
            new Ban(
                    "randomness of no named stream",
                    "io.omerta.sim.random.RandomStream",
                    anyOf(
                            methods(Math.class, "random"),
                            methods(StrictMath.class, "random"),
                            anyUseOf(Random.class),
                            anyUseOf(ThreadLocalRandom.class),
                            anyUseOf(SplittableRandom.class),
                            methods(UUID.class, "randomUUID"),
                            methods(Collections.class, "shuffle"))),
            new Ban(
                    "parallel stream",
                    "a sequential stream",
                    anyOf(
                            methods(Collection.class, "parallelStream"),
                            methods(BaseStream.class, "parallel"),
                            methods(Stream.class, "parallel"),
                            methods(IntStream.class, "parallel"),
                            methods(LongStream.class, "parallel"),
                            methods(DoubleStream.class, "parallel"),
                            target -> target.getName().equals("parallelStream"),
                            target -> isOwnedBy(target.getOwner(), "java.util.Arrays")
                                    && target.getName().startsWith("parallel"))),
            new Ban(
                    "default locale, charset or zone",
                    "Locale.ROOT, StandardCharsets.UTF_8, an explicit zone",
                    anyOf(
                            method(String.class, "format", String.class, Object[].class),
                            methods(String.class, "formatted"),
                            method(String.class, "toLowerCase"),
                            method(String.class, "toUpperCase"),
                            method(String.class, "getBytes"),
                            constructor(String.class, byte[].class),
                            constructor(String.class, byte[].class, int.class, int.class),
                            method(PrintStream.class, "printf", String.class, Object[].class),
                            constructor(InputStreamReader.class, InputStream.class),
                            constructor(OutputStreamWriter.class, OutputStream.class),
                            constructor(Scanner.class, InputStream.class),
                            constructor(Formatter.class),
                            constructor(Formatter.class, Appendable.class),
                            constructor(DecimalFormat.class, String.class),
                            method(NumberFormat.class, "getInstance"),
                            methods(Locale.class, "getDefault"),
                            methods(Charset.class, "defaultCharset"),
                            methods(ZoneId.class, "systemDefault"),
                            methods(TimeZone.class, "getDefault"))),
            new Ban(
                    "transcendental function of Math",
                    "StrictMath, whose results are the same everywhere",
                    methods(
                            Math.class,
                            "sin",
                            "cos",
                            "tan",
                            "asin",
                            "acos",
                            "atan",
                            "atan2",
                            "sinh",
                            "cosh",
                            "tanh",
                            "exp",
                            "expm1",
                            "log",
                            "log10",
                            "log1p",
                            "pow",
                            "cbrt",
                            "hypot")),
            new Ban(
                    "hash table of unspecified order",
                    "LinkedHashMap, TreeMap, LinkedHashSet, TreeSet or List",
                    anyOf(
                            target -> isConstructorOf(target.getOwner(), target.getName(), HashMap.class),
                            target -> isConstructorOf(target.getOwner(), target.getName(), HashSet.class),
                            target -> isConstructorOf(target.getOwner(), target.getName(), Hashtable.class),
                            target -> isConstructorOf(target.getOwner(), target.getName(), IdentityHashMap.class),
                            target -> isConstructorOf(target.getOwner(), target.getName(), WeakHashMap.class),
                            target -> isConstructorOf(target.getOwner(), target.getName(), ConcurrentHashMap.class),
                            methods(Set.class, "of", "copyOf"),
                            methods(Map.class, "of", "copyOf", "ofEntries"),
                            methods(
                                    Collectors.class,
                                    "toSet",
                                    "toUnmodifiableSet",
                                    "toUnmodifiableMap",
                                    "toConcurrentMap",
                                    "groupingByConcurrent"),
                            method(Collectors.class, "toMap", Function.class, Function.class),
                            method(Collectors.class, "toMap", Function.class, Function.class, BinaryOperator.class),
                            method(Collectors.class, "groupingBy", Function.class),
                            method(Collectors.class, "groupingBy", Function.class, Collector.class))),
            new Ban(
                    "identity hash",
                    "a number of the object's own",
                    anyOf(methods(System.class, "identityHashCode"), DeterminismBans::isInheritedHashCode)));

    private static final Ban THREADS = new Ban(
            "thread",
            "one thread for one simulation; only io.omerta.sim.replication runs whole replications side by side",
            target -> isThreading(target.getOwner()));

    private static final List<String> INPUT_OUTPUT_TYPES = List.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile");
    private static final List<String> INPUT_OUTPUT_PACKAGES =
            List.of("java.nio.file", "java.nio.channels", "java.net", "javax.net");

    private static final List<String> MUTABLE_TYPES = List.of(
            "java.util.ArrayList",
            "java.util.ArrayDeque",
            "java.util.BitSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.PriorityQueue",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal");

    private DeterminismBans() {}

    /**
     * The bans as rules.
     *
     * @param classes the code under the bans
     * @param threadsAllowed the part of it that may start threads
     */
    static List<ArchRule> rules(DescribedPredicate<JavaClass> classes, DescribedPredicate<JavaClass> threadsAllowed) {
        List<ArchRule> rules = new ArrayList<>();
        for (Ban ban : BANS) {
            rules.add(ban.in(classes));
        }
        rules.add(THREADS.in(classes.and(DescribedPredicate.not(threadsAllowed))));
        rules.add(ArchRuleDefinition.noClasses()
                .that(classes)
                .should()
                .dependOnClassesThat(doInputOrOutput())
                .as("no file or socket; instead: a port that the host implements, or a value that the caller read")
                .allowEmptyShould(true));
        rules.add(ArchRuleDefinition.fields()
                .that(areStaticIn(classes))
                .should(notBeMutable())
                .as("no mutable static; instead: a field of the simulation")
                .allowEmptyShould(true));
        return rules;
    }

    private static DescribedPredicate<JavaClass> doInputOrOutput() {
        return DescribedPredicate.describe(
                "do input or output",
                type -> INPUT_OUTPUT_TYPES.contains(type.getName())
                        || (INPUT_OUTPUT_PACKAGES.stream()
                                        .anyMatch(name -> type.getPackageName().equals(name)
                                                || type.getPackageName().startsWith(name + "."))
                                && !type.getName().equals("java.net.URI")));
    }

    private static DescribedPredicate<JavaField> areStaticIn(DescribedPredicate<JavaClass> classes) {
        return DescribedPredicate.describe(
                "are static",
                field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && classes.test(field.getOwner()));
    }

    /** A private array counts as a table of constants; nobody but its class can change it. */
    private static ArchCondition<JavaField> notBeMutable() {
        return new ArchCondition<>("not be mutable") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean assignable = !field.getModifiers().contains(JavaModifier.FINAL);
                boolean exposedArray =
                        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
                String type = field.getRawType().getName();
                boolean mutableValue = MUTABLE_TYPES.contains(type) || type.startsWith("java.util.concurrent.atomic.");
                if (assignable || exposedArray || mutableValue) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and mutable"));
                }
            }
        };
    }

    /** The hash code of Object, which Enum keeps, differs from run to run. */
    private static boolean isInheritedHashCode(CodeUnitAccessTarget target) {
        return target.getName().equals("hashCode")
                && target.resolveMember()
                        .filter(member -> member.getOwner().isEquivalentTo(Object.class)
                                || member.getOwner().isEquivalentTo(Enum.class))
                        .isPresent();
    }

    private static boolean isThreading(JavaClass owner) {
        String name = owner.getName();
        boolean concurrency = owner.getPackageName().startsWith("java.util.concurrent")
                && (name.contains("Execut")
                        || name.contains("ForkJoin")
                        || name.contains("Future")
                        || name.contains("Latch")
                        || name.contains("Barrier")
                        || name.contains("Semaphore")
                        || name.contains(".locks."));
        return concurrency || isOwnedBy(owner, "java.lang.Thread") || isOwnedBy(owner, "java.util.Timer");
    }

    private static boolean isOwnedBy(JavaClass owner, String name) {
        return owner.getName().equals(name);
    }

    private static boolean isConstructorOf(JavaClass owner, String name, Class<?> type) {
        return name.equals("<init>") && isOwnedBy(owner, type.getName());
    }
}
