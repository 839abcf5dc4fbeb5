package io.omerta.protocol.language.generate;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes one record. */
final class RecordWriter {
    /** Places that Java has for the parameters of a constructor beside the new object; a number takes two. */
    private static final int PARAMETER_SLOTS_MAX = 254;

    private final RecordModel model;
    private final String name;
    private final String outer;
    private final JavaTypes types;
    private final List<String> components = new ArrayList<>();

    /** Bound within conversions of components, as are names that begin with it. */
    private final String free;

    /** Holds the value of the components while they are replaced by copies. */
    private final String whole;

    /**
     * @param name of the record
     * @param outer the class around all records
     * @throws IllegalArgumentException if there are more fields than a Java record can have
     */
    RecordWriter(RecordModel model, String name, String outer, JavaTypes types) {
        this.model = model;
        this.name = name;
        this.outer = outer;
        this.types = types;
        JavaNames names = JavaNames.ofComponents();
        for (FieldModel field : model.fields()) {
            components.add(names.take(JavaTypes.component(field.name(), field.type()), "_"));
        }
        this.free = free(components);
        this.whole = names.take("struct", "_");
        requireSlots();
    }

    /** A name that begins no component's. */
    private static String free(List<String> components) {
        StringBuilder free = new StringBuilder("element");
        while (components.stream().anyMatch(component -> component.startsWith(free.toString()))) {
            free.append('_');
        }
        return free.toString();
    }

    private void requireSlots() {
        int slots = model.fields().stream()
                .mapToInt(field -> types.component(field).equals("long") ? 2 : 1)
                .sum();
        if (slots > PARAMETER_SLOTS_MAX) {
            throw new IllegalArgumentException(model.name() + " has "
                    + model.fields().size() + " fields, which is too many for a Java record: they take " + slots
                    + " places for parameters, a number two, and " + PARAMETER_SLOTS_MAX
                    + " is the most; put some of them into a struct");
        }
    }

    /**
     * Writes the record.
     *
     * @param about what it stands for, paragraphs
     */
    void write(List<String> about, DeclarationComments comments, JavaText out) {
        List<String> paragraphs = new ArrayList<>(about);
        for (int i = 0; i < components.size(); i++) {
            paragraphs.add(parameter(i, comments));
        }
        out.javadoc(paragraphs);
        out.list("public record " + name + "(", declared(), ") {").deeper();
        writeType(out);
        writeConstructor(out);
        writeConversions(out);
        out.close();
    }

    private void writeType(JavaText out) {
        List<String> names = new ArrayList<>();
        List<String> descriptors = new ArrayList<>();
        names.add(quoted(model.name()));
        for (FieldModel field : model.fields()) {
            names.add(quoted(field.name()));
            descriptors.add(types.descriptor(field.type(), field.optional()));
        }
        out.javadoc("The declared type.");
        out.line("public static final TypeDescriptor.StructOf TYPE = new TypeDescriptor.StructOf(");
        out.deeper().deeper();
        out.list("StructShape.of(", names, "),");
        out.list("List.of(", descriptors, "));");
        out.shallower().shallower().blank();
        out.line("private static final TypedCodec CODEC = new TypedCodec(" + quoted(model.name()) + ", TYPE);");
        out.blank();
    }

    /** Lists and maps become copies that nobody else can change, maps in canonical order. */
    private void writeConstructor(JavaText out) {
        out.javadoc("@throws IllegalArgumentException if a component is not of its declared type");
        out.open("public " + name + " {");
        String checked = outer + ".require(CODEC, struct(" + String.join(", ", components) + "));";
        boolean copies = model.fields().stream().anyMatch(field -> isCollection(field.type()));
        out.line(copies ? "Struct " + whole + " = " + checked : checked);
        for (int i = 0; i < components.size(); i++) {
            FieldModel field = model.fields().get(i);
            if (isCollection(field.type())) {
                out.line(components.get(i) + " = " + types.fromValue(field, whole + ".get(" + i + ")", free) + ";");
            }
        }
        out.close().blank();
    }

    private void writeConversions(JavaText out) {
        out.javadoc(
                "The record of a value.",
                "@throws IllegalArgumentException if the value is not of {@link #TYPE}; the message says where");
        out.open("public static " + name + " of(Value value) {");
        out.line("return read((Struct) " + outer + ".require(CODEC, value));");
        out.close().blank();

        out.javadoc("The value, of {@link #TYPE}.");
        out.open("public Struct toValue() {");
        out.line("return struct(" + String.join(", ", components) + ");");
        out.close().blank();

        List<String> read = new ArrayList<>();
        List<String> written = new ArrayList<>();
        written.add("TYPE.shape()");
        for (int i = 0; i < components.size(); i++) {
            FieldModel field = model.fields().get(i);
            read.add(types.fromValue(field, "struct.get(" + i + ")", "element"));
            written.add(types.toValue(field, components.get(i), free));
        }
        out.open("private static " + name + " read(Struct struct) {");
        out.list("return new " + name + "(", read, ");");
        out.close().blank();

        out.list("private static Struct struct(", declared(), ") {").deeper();
        out.list("return Struct.of(", written, ");");
        out.close();
    }

    private static boolean isCollection(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.MapOf;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private List<String> declared() {
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            declared.add(types.component(model.fields().get(i)) + " " + components.get(i));
        }
        return declared;
    }

    private String parameter(int place, DeclarationComments comments) {
        FieldModel field = model.fields().get(place);
        StringBuilder text = new StringBuilder("@param ")
                .append(components.get(place))
                .append(' ')
                .append(Javadoc.code(field.type().notation()));
        switch (JavaTypes.unit(field.type())) {
            case "Millis" -> text.append(", milliseconds");
            case "Micros" -> text.append(", millionths");
            default -> {}
        }
        if (field.optional()) {
            text.append(", null if it is not there");
        }
        boolean added = field.span().equals(model.span());
        String comment = added
                ? "the sender's, over all other components"
                : Javadoc.text(String.join(" ", comments.of(field.span())));
        return comment.isEmpty() ? text.toString() : text + ": " + comment;
    }
}
