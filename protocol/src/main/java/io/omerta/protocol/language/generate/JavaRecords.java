package io.omerta.protocol.language.generate;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.EnumModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns the messages, blocks, structs and enums of a transaction into one Java class with a record or enum for each.
 *
 * <p>Every record converts to the protocol value of its type and back; no other value passes. The same model gives the
 * same text.
 */
public final class JavaRecords {
    /** What generated code may import, by simple name. */
    private static final Map<String, String> IMPORTS = imports();

    /** Types of {@code java.lang} that generated code names. */
    private static final List<String> PLATFORM_TYPES =
            List.of("Boolean", "Class", "Enum", "IllegalArgumentException", "Long", "Object", "Record", "String");

    private final ProtocolModel model;
    private final String outer;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final JavaTypes types;
    private final DeclarationComments comments = new DeclarationComments();
    private final JavaText body = new JavaText();

    private JavaRecords(ProtocolModel model, String outer) {
        this.model = model;
        this.outer = outer;
        this.types = new JavaTypes(outer, names);
    }

    /**
     * Writes the records of a transaction.
     *
     * @param packageName of the class
     * @param fallbackName what the class is called if the transaction has no title, in any spelling
     * @throws IllegalArgumentException if the name of the package is not one in Java, or a declaration has more fields
     *     than a Java record can have
     */
    public static JavaSource generate(ProtocolModel model, String packageName, String fallbackName) {
        if (!isPackageName(packageName)) {
            throw new IllegalArgumentException(
                    "\"" + packageName
                            + "\" cannot be the name of a Java package; give names divided by dots, such as org.example.messages");
        }
        String title = model.title().isEmpty() ? fallbackName : model.title();
        String outer = new JavaNames(reserved()).take(JavaNames.ofType(title), "Records");
        return new JavaSource(packageName, outer, new JavaRecords(model, outer).text(packageName));
    }

    /** Whether a text can be the name of a Java package. */
    public static boolean isPackageName(String text) {
        return JavaNames.isPackage(text);
    }

    /** Whether a transaction declares anything that a record can be generated for. */
    public static boolean hasRecords(ProtocolModel model) {
        return !(model.messages().isEmpty()
                && model.blocks().isEmpty()
                && model.structs().isEmpty()
                && model.enums().isEmpty());
    }

    private String text(String packageName) {
        nameTypes();
        body.javadoc(about()).line("@NullMarked").open("public final class " + outer + " {");
        body.line("private " + outer + "() {}");
        model.enums().forEach(this::writeEnum);
        model.structs().forEach(struct -> writeRecord(struct, "Struct " + Javadoc.code(struct.name()) + "."));
        for (MessageModel message : model.messages()) {
            writeRecord(
                    message.body(),
                    (message.signed() ? "Signed message " : "Message ") + Javadoc.code(message.name()) + " from "
                            + message.sender() + " to " + String.join(", ", message.recipients()) + ".");
        }
        for (BlockModel block : model.blocks()) {
            writeRecord(
                    block.body(),
                    "Block " + Javadoc.code(block.name()) + " of the chain of a " + String.join(", ", block.writers())
                            + ".");
        }
        writeSupport();
        body.close();
        return "package " + packageName + ";\n\n" + importLines(body.toString()) + "\n" + body;
    }

    private void nameTypes() {
        JavaNames taken = new JavaNames(reserved());
        taken.take(outer, "");
        model.enums().forEach(type -> name(type.name(), "Enum", taken));
        model.structs().forEach(type -> name(type.name(), "Struct", taken));
        model.messages().forEach(type -> name(type.name(), "Message", taken));
        model.blocks().forEach(type -> name(type.name(), "Block", taken));
    }

    private void name(String declared, String kind, JavaNames taken) {
        names.put(declared, taken.take(JavaNames.ofType(declared), kind));
    }

    private String named(String declared) {
        return names.getOrDefault(declared, declared);
    }

    private List<String> about() {
        List<String> paragraphs = new ArrayList<>();
        String title = Javadoc.text(model.title());
        if (model.id().isEmpty()) {
            paragraphs.add("What a library of protocol declarations declares.");
        } else {
            paragraphs.add("What transaction " + Javadoc.text(model.id()) + (title.isEmpty() ? "" : ", " + title + ",")
                    + " declares.");
        }
        if (!model.description().isEmpty()) {
            paragraphs.add(Javadoc.text(model.description()));
        }
        paragraphs.add("Generated by {@code omerta omt generate}: change the protocol file, not this one.");
        return paragraphs;
    }

    private List<String> prose(String first, Span declared) {
        List<String> paragraphs = new ArrayList<>(List.of(first));
        String comment = Javadoc.text(String.join(" ", comments.of(declared)));
        if (!comment.isEmpty()) {
            paragraphs.add(comment);
        }
        return paragraphs;
    }

    private void writeRecord(RecordModel record, String about) {
        body.blank();
        new RecordWriter(record, named(record.name()), outer, types).write(prose(about, record.span()), comments, body);
    }

    private void writeEnum(EnumModel type) {
        List<String> about = prose("Enum " + Javadoc.code(type.name()) + ".", type.span());
        if (!type.description().isEmpty()) {
            about.add(1, Javadoc.text(type.description()));
        }
        body.blank().javadoc(about);
        new EnumWriter(type.type(), named(type.name()), outer).write(body);
    }

    private void writeSupport() {
        body.blank().open("private static <T extends Value> T require(TypedCodec codec, T value) {");
        body.line("Mismatch mismatch = codec.check(value);");
        body.open("if (mismatch != null) {")
                .line("throw new IllegalArgumentException(mismatch.message());")
                .close();
        body.line("return value;").close();
        if (body.toString().contains(outer + ".toMap(")) {
            writeMapSupport();
        }
    }

    private void writeMapSupport() {
        List<String> toMap = List.of("SortedMap<K, V> map", "Function<K, Value> key", "Function<V, Value> value");
        body.blank().list("private static <K, V> ValueMap toMap(", toMap, ") {").deeper();
        body.line("SortedMap<Value, Value> entries = new TreeMap<>();");
        body.line("map.forEach((k, v) -> entries.put(key.apply(k), value.apply(v)));");
        body.line("return ValueMap.of(entries);").close();
        List<String> fromMap = List.of(
                "ValueMap map", "Function<Value, K> key", "Function<Value, V> value", "Function<K, Value> order");
        body.blank()
                .list("private static <K, V> SortedMap<K, V> fromMap(", fromMap, ") {")
                .deeper();
        body.line("SortedMap<K, V> entries = new TreeMap<>(Comparator.comparing(order));");
        body.open("for (int i = 0; i < map.size(); i++) {");
        body.line("entries.put(key.apply(map.keys().get(i)), value.apply(map.values().get(i)));")
                .close();
        body.line("return Collections.unmodifiableSortedMap(entries);").close();
    }

    /** Those imports whose name the code mentions. */
    private static String importLines(String code) {
        String mentioned = code.lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/**"))
                .reduce("", (text, line) -> text + line + "\n");
        StringBuilder lines = new StringBuilder();
        IMPORTS.forEach((name, qualified) -> {
            if (Pattern.compile("(?<![.\\w\"])" + name + "\\b")
                    .matcher(mentioned)
                    .find()) {
                lines.append("import ").append(qualified).append(";\n");
            }
        });
        return lines.toString();
    }

    /** Simple names that no generated type or constant may have. */
    static List<String> reserved() {
        List<String> reserved = new ArrayList<>(PLATFORM_TYPES);
        reserved.addAll(IMPORTS.keySet());
        return reserved;
    }

    private static Map<String, String> imports() {
        Map<String, String> imports = new LinkedHashMap<>();
        for (String name : List.of(
                "ByteString",
                "Hash",
                "Mismatch",
                "PeerId",
                "Signature",
                "Struct",
                "StructShape",
                "Text",
                "TypeDescriptor",
                "TypedCodec",
                "Value",
                "ValueList",
                "ValueMap")) {
            imports.put(name, "io.omerta.protocol.wire." + name);
        }
        for (String name : List.of("Collections", "Comparator", "List", "SortedMap", "TreeMap")) {
            imports.put(name, "java.util." + name);
        }
        imports.put("Function", "java.util.function.Function");
        imports.put("NullMarked", "org.jspecify.annotations.NullMarked");
        imports.put("Nullable", "org.jspecify.annotations.Nullable");
        return imports;
    }
}
