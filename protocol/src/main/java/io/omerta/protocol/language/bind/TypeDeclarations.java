package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.EnumModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares enums, structs, messages and blocks. */
final class TypeDeclarations {
    private final BindLog log;
    private final Declarations declarations;
    private final TypeReader types;
    private final Map<String, RecordModel> records = new LinkedHashMap<>();

    private TypeDeclarations(BindLog log, Declarations declarations) {
        this.log = log;
        this.declarations = declarations;
        this.types = new TypeReader(log);
    }

    static DeclaredTypes declare(BindLog log, Declarations declarations) {
        return new TypeDeclarations(log, declarations).declare();
    }

    private DeclaredTypes declare() {
        List<EnumModel> enums = new ArrayList<>();
        for (Declaration.EnumType type : declarations.all(Declaration.EnumType.class)) {
            enums.add(enumModel(type));
        }
        declareRecords();
        List<RecordModel> structs = new ArrayList<>();
        for (Declaration.StructType struct : declarations.all(Declaration.StructType.class)) {
            structs.add(record(struct.name()));
        }
        List<MessageModel> messages = new ArrayList<>();
        for (Declaration.Message message : declarations.all(Declaration.Message.class)) {
            messages.add(new MessageModel(
                    message.name().text(),
                    message.sender().text(),
                    texts(message.recipients()),
                    message.signed(),
                    record(message.name())));
        }
        List<BlockModel> blocks = new ArrayList<>();
        for (Declaration.Block block : declarations.all(Declaration.Block.class)) {
            blocks.add(new BlockModel(block.name().text(), texts(block.writers()), record(block.name())));
        }
        return new DeclaredTypes(types, enums, structs, messages, blocks);
    }

    private EnumModel enumModel(Declaration.EnumType declaration) {
        NameTable names = new NameTable(log, " in `" + declaration.name() + "`");
        List<String> members = new ArrayList<>();
        for (Name member : declaration.members()) {
            ReservedNames.check(log, member, "a member of an enum");
            if (names.isNew(member, "a member")) {
                members.add(member.text());
            }
        }
        Type.EnumOf type = new Type.EnumOf(declaration.name().text(), members);
        types.declare(declaration.name(), type);
        return new EnumModel(
                type, text(declaration.description()), declaration.name().span());
    }

    private void declareRecords() {
        List<Shape> shapes = shapes();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            places.put(shapes.get(i).name().text(), i);
        }
        List<List<DependencyOrder.Need>> needs = new ArrayList<>();
        for (Shape shape : shapes) {
            List<DependencyOrder.Need> of = new ArrayList<>();
            shape.fields().forEach(field -> needs(field.type(), places, of));
            needs.add(of);
        }
        List<Integer> order = DependencyOrder.of(needs, (circle, place) -> {
            List<String> names = new ArrayList<>();
            circle.forEach(i -> names.add("`" + shapes.get(i).name() + "`"));
            names.add(names.get(0));
            log.add(
                    Code.E17,
                    place,
                    "a value cannot contain one of its own type: " + String.join(" contains ", names)
                            + "; refer to it by a hash or an id");
            // The circle is cut: the field that closes it has a type that is not known.
            types.declare(shapes.get(circle.get(0)).name(), Type.Special.UNKNOWN);
        });
        for (int i : order) {
            Shape shape = shapes.get(i);
            RecordModel record = recordModel(shape);
            records.put(shape.name().text(), record);
            types.declare(shape.name(), new Type.RecordOf(record));
        }
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (Declaration.StructType struct : declarations.all(Declaration.StructType.class)) {
            shapes.add(new Shape(struct.name(), struct.fields().items(), Kind.STRUCT, false));
        }
        for (Declaration.Message message : declarations.all(Declaration.Message.class)) {
            shapes.add(new Shape(message.name(), message.fields().items(), Kind.MESSAGE, message.signed()));
        }
        for (Declaration.Block block : declarations.all(Declaration.Block.class)) {
            shapes.add(new Shape(block.name(), block.fields().items(), Kind.BLOCK, false));
        }
        return shapes;
    }

    private static void needs(TypeReference type, Map<String, Integer> places, List<DependencyOrder.Need> needs) {
        Integer place = places.get(type.name().text());
        if (place != null) {
            needs.add(new DependencyOrder.Need(place, type.name().span()));
        }
        type.arguments().forEach(argument -> needs(argument, places, needs));
    }

    private RecordModel recordModel(Shape shape) {
        NameTable names = new NameTable(log, " in `" + shape.name() + "`");
        List<FieldModel> fields = new ArrayList<>();
        if (shape.signed()) {
            names.isNew(new Name(MessageModel.SIGNATURE_FIELD, shape.name().span()), "what `signed` adds");
        }
        for (Field field : shape.fields()) {
            if (shape.kind() == Kind.MESSAGE) {
                ReservedNames.checkMessageField(log, field.name());
            } else {
                ReservedNames.check(log, field.name(), "a field");
            }
            FieldModel model = types.field(field);
            Fractions.checkDeclared(log, field, model.type(), shape.signed() || shape.kind() == Kind.BLOCK);
            if (names.isNew(field.name(), "a field")) {
                fields.add(model);
            }
        }
        if (shape.signed()) {
            fields.add(new FieldModel(
                    MessageModel.SIGNATURE_FIELD,
                    Type.Scalar.SIGNATURE,
                    false,
                    shape.name().span()));
        }
        return RecordModel.of(shape.name().text(), fields, shape.name().span());
    }

    private RecordModel record(Name name) {
        RecordModel record = records.get(name.text());
        if (record == null) {
            throw new IllegalStateException("record " + name + " was not declared");
        }
        return record;
    }

    static List<String> texts(List<Name> names) {
        return names.stream().map(Name::text).toList();
    }

    static String text(Expression.@Nullable StringLiteral literal) {
        return literal == null ? "" : literal.value();
    }

    private enum Kind {
        STRUCT,
        MESSAGE,
        BLOCK
    }

    private record Shape(Name name, List<Field> fields, Kind kind, boolean signed) {}
}
