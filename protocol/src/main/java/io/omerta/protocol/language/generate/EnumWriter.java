package io.omerta.protocol.language.generate;

import io.omerta.protocol.language.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes one enum. Its constants carry the name that travels, because they may have to be called otherwise. */
final class EnumWriter {
    private final Type.EnumOf type;
    private final String name;
    private final String outer;

    /**
     * @param name of the enum
     * @param outer the class around all types
     */
    EnumWriter(Type.EnumOf type, String name, String outer) {
        this.type = type;
        this.name = name;
        this.outer = outer;
    }

    void write(JavaText out) {
        out.open("public enum " + name + " {");
        writeConstants(out);
        List<String> members =
                type.members().stream().map(member -> '"' + member + '"').toList();
        out.javadoc("The declared type.");
        out.line("public static final TypeDescriptor.EnumOf TYPE =").deeper().deeper();
        out.list("new TypeDescriptor.EnumOf(\"" + type.name() + "\", List.of(", members, "));");
        out.shallower().shallower().blank();
        out.line("private static final TypedCodec CODEC = new TypedCodec(\"" + type.name() + "\", TYPE);");
        out.blank().line("private final Value.EnumMember member;").blank();
        out.open(name + "(String member) {");
        out.line("this.member = new Value.EnumMember(member);").close().blank();
        writeConversions(out);
        out.close();
    }

    private void writeConstants(JavaText out) {
        List<String> reserved = new ArrayList<>(JavaRecords.reserved());
        reserved.addAll(List.of("CODEC", "TYPE", "member", outer));
        JavaNames names = new JavaNames(reserved);
        List<String> members = type.members();
        if (members.isEmpty()) {
            out.line(";");
        }
        for (int i = 0; i < members.size(); i++) {
            String constant = names.take(members.get(i), "_") + "(\"" + members.get(i) + "\")";
            out.line(constant + (i + 1 < members.size() ? "," : ";"));
        }
        out.blank();
    }

    private void writeConversions(JavaText out) {
        out.javadoc(
                "The constant of a value.",
                "@throws IllegalArgumentException if the value is not of {@link #TYPE}; the message says why");
        out.open("public static " + name + " of(Value value) {");
        out.line("Value member = " + outer + ".require(CODEC, value);");
        out.line("return values()[TYPE.members().indexOf(((Value.EnumMember) member).name())];");
        out.close().blank();
        out.javadoc("The value, of {@link #TYPE}.");
        out.open("public Value.EnumMember toValue() {").line("return member;").close();
    }
}
