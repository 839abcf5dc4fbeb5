package io.omerta.protocol.language.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Mismatch;
import io.omerta.protocol.wire.RandomValues;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaRecordsTest {
    private static final int VALUES = 200;
    private static final String TRANSACTIONS = "/io/omerta/protocol/transaction/";

    private static ProtocolModel model;
    private static CompiledSources compiled;
    private static String text;

    @BeforeAll
    static void compile() {
        model = checked(resource("every-type.omt"));
        JavaSource source = JavaRecords.generate(model, "org.example", "unused");
        text = source.text();
        compiled = CompiledSources.of(source);
    }

    static Stream<TypeDescriptor> types() {
        Stream<RecordModel> records = Stream.of(
                        model.structs().stream(),
                        model.messages().stream().map(message -> message.body()),
                        model.blocks().stream().map(block -> block.body()))
                .flatMap(declared -> declared);
        return Stream.concat(
                records.map(RecordModel::descriptor),
                model.enums().stream()
                        .map(type -> type.type().descriptor())
                        .filter(type ->
                                !((TypeDescriptor.EnumOf) type).members().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesPassThroughTheRecordUnchanged(TypeDescriptor type) {
        TypedValues values = new TypedValues(7);
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next(type);
            Object record = of(type, value);
            Value back = assertInstanceOf(Value.class, call(record, "toValue"));
            assertArrayEquals(CanonicalEncoder.encode(value), CanonicalEncoder.encode(back));
            assertEquals(record, of(type, back));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueOfAnotherTypeIsRefusedWithItsPlace(TypeDescriptor type) {
        TypedCodec codec = new TypedCodec(type.notation(), type);
        RandomValues anything = new RandomValues(11);
        TypedValues typed = new TypedValues(12);
        List<Value> values = new ArrayList<>();
        types().forEach(other -> values.add(typed.next(other)));
        for (int i = 0; i < VALUES; i++) {
            values.add(anything.next());
        }
        int refused = 0;
        for (Value value : values) {
            Mismatch mismatch = codec.check(value);
            if (mismatch != null) {
                refused++;
                assertEquals(
                        mismatch.message(),
                        assertThrows(IllegalArgumentException.class, () -> of(type, value))
                                .getMessage());
            }
        }
        assertTrue(refused > VALUES, "most values are of other types");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTypeOfTheRecordIsTheDeclaredOne(TypeDescriptor type) throws ReflectiveOperationException {
        assertEquals(type, javaType(type).getField("TYPE").get(null));
    }

    @Test
    void everyDeclarationHasItsOwnJavaType() {
        assertEquals(
                List.of(
                        "CollectionsStruct",
                        "Copied",
                        "Empty",
                        "EveryTypeStruct",
                        "Lock",
                        "Named",
                        "Nothing",
                        "Optionals",
                        "Scalars",
                        "SignatureStruct",
                        "SmallAmount",
                        "StringMessage",
                        "StringMessage2",
                        "ValueStruct",
                        "Verdict"),
                Stream.of(outer().getDeclaredClasses())
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList());
    }

    @Test
    void namesThatJavaHasAUseForAreChangedAndTheOthersKeepTheirUnit() {
        assertEquals(
                List.of(
                        "class_",
                        "class_2",
                        "toString_",
                        "toString_2",
                        "hashCode_",
                        "yield_",
                        "element",
                        "element1",
                        "struct",
                        "value",
                        "__",
                        "_1",
                        "record",
                        "of",
                        "read",
                        "type",
                        "wait_"),
                components("Named"));
        assertEquals(
                List.of(
                        "aBool",
                        "anInt",
                        "aUint",
                        "priceMicros",
                        "createdAtMillis",
                        "waitMillis",
                        "delayMillis",
                        "someBytes",
                        "aText",
                        "aHash",
                        "aPeer",
                        "aSignature",
                        "aVerdict"),
                components("Scalars"));
        assertEquals(
                List.of("ACCEPT", "REJECT", "class_", "TYPE_", "List_"),
                Stream.of(nested("Verdict").getEnumConstants())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void aComponentOutsideItsTypeIsRefused() {
        InvocationTargetException refusal = assertThrows(
                InvocationTargetException.class,
                () -> nested("SmallAmount").getDeclaredConstructors()[0].newInstance(-1L));
        assertEquals(
                "SmallAmount.amount: expected uint, which is at least 0, but found -1",
                refusal.getCause().getMessage());
    }

    @Test
    void listsAreCopiesAndMapsAreInCanonicalOrder() throws ReflectiveOperationException {
        List<List<String>> lists = new ArrayList<>(List.of(new ArrayList<>(List.of("a"))));
        Object record = nested("Copied")
                .getDeclaredConstructors()[0]
                .newInstance(lists, new TreeMap<>(Map.of("aa", 1L, "b", 2L)));
        lists.get(0).add("b");

        assertEquals(List.of(List.of("a")), call(record, "lists"));
        SortedMap<?, ?> counts = assertInstanceOf(SortedMap.class, call(record, "counts"));
        assertEquals("[b, aa]", counts.keySet().toString());
        assertThrows(UnsupportedOperationException.class, counts::clear);
    }

    @Test
    void commentsBecomeDocumentationThatCannotLeaveItsPlace() {
        String joined = text.replaceAll("\n +\\* (?=&)", " ");
        assertTrue(
                joined.contains("<p>All types without parts. A second line &#38; &#60;markup&#62; that must stay text."
                        + " &#42;/ &#92;u0041 &#64;param\n"),
                joined);
        assertTrue(text.contains("     * @param aBool {@code bool}: whether it is\n"), text);
        assertTrue(text.contains("     * @param priceMicros {@code fixed}, millionths: what it costs\n"), text);
        assertTrue(text.contains("     * Message {@code String} from Asker to Answerer, Watcher.\n"), text);
    }

    @Test
    void theRecordsOfAShippedTransactionCompile() throws ClassNotFoundException {
        JavaSource source = JavaRecords.generate(
                checked(resource(TRANSACTIONS + "00_escrow_lock/transaction.omt")), "org.example.escrow", "unused");
        assertEquals("EscrowLock", source.className());
        Class<?> outer = CompiledSources.of(source).loadClass("org.example.escrow.EscrowLock");
        assertTrue(outer.getDeclaredClasses().length > 10, source.text());
    }

    @Test
    void theSameModelGivesTheSameText() {
        assertEquals(
                text,
                JavaRecords.generate(checked(resource("every-type.omt")), "org.example", "unused")
                        .text());
    }

    @Test
    void aSmallTransactionGivesTheExpectedText() {
        assertEquals(
                resource("greeting.java.txt"),
                JavaRecords.generate(checked(resource("greeting.omt")), "org.example", "unused")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.class", "1a", "a b", "../a", "\u00e4"})
    void whatIsNoPackageIsRefused(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> JavaRecords.generate(model, name, "x"))
                .getMessage();
        assertEquals(
                "\"" + name + "\" cannot be the name of a Java package;"
                        + " give names divided by dots, such as org.example.messages",
                message);
    }

    @Test
    void moreFieldsThanAJavaRecordCanHaveAreRefused() {
        String largest = "struct S (" + " f%d int".repeat(127) + " )";
        JavaSource source = JavaRecords.generate(checked(numbered(largest)), "org.example", "largest");
        assertNotNull(CompiledSources.of(source));

        ProtocolModel larger = checked(numbered("struct S (" + " f%d int".repeat(128) + " )"));
        assertEquals(
                "S has 128 fields, which is too many for a Java record: they take 256 places for parameters, a number"
                        + " two, and 254 is the most; put some of them into a struct",
                assertThrows(IllegalArgumentException.class, () -> JavaRecords.generate(larger, "org.example", "x"))
                        .getMessage());
    }

    @Test
    void aLibraryIsCalledByTheFallbackName() {
        JavaSource source = JavaRecords.generate(checked("struct S ( n int )"), "org.example", "witness-types.v2");
        assertEquals("org/example/WitnessTypesV2.java", source.path());
    }

    private static String numbered(String pattern) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String part : pattern.split("%d", -1)) {
            text.append(text.length() == 0 ? part : number++ + part);
        }
        return text.toString();
    }

    private static List<String> components(String name) {
        return Stream.of(nested(name).getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Class<?> nested(String name) {
        try {
            return compiled.loadClass("org.example.EveryType$" + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object of(TypeDescriptor type, Value value) {
        try {
            return assertNotNullResult(
                    javaType(type).getMethod("of", Value.class).invoke(null, value));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object assertNotNullResult(Object result) {
        assertNotNull(result);
        return result;
    }

    private static Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> outer() {
        try {
            return compiled.loadClass("org.example.EveryType");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The Java type whose TYPE has the notation. */
    private static Class<?> javaType(TypeDescriptor type) {
        for (Class<?> nested : outer().getDeclaredClasses()) {
            try {
                if (((TypeDescriptor) nested.getField("TYPE").get(null))
                        .notation()
                        .equals(type.notation())) {
                    return nested;
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(nested.getName(), e);
            }
        }
        throw new AssertionError("no Java type for " + type.notation());
    }

    private static ProtocolModel checked(String text) {
        return Checker.check(Source.of("test.omt", text), ShippedTransactions.imports())
                .requireModel();
    }

    private static String resource(String name) {
        try (InputStream in = JavaRecordsTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
