package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.EnumModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enums, structs, messages and blocks of a unit. */
final class DeclaredTypes {
    private final TypeReader reader;
    private final Map<String, EnumModel> enums = new LinkedHashMap<>();
    private final Map<String, List<Type.EnumOf>> enumsOfMember = new LinkedHashMap<>();
    private final Map<String, RecordModel> structs = new LinkedHashMap<>();
    private final Map<String, MessageModel> messages = new LinkedHashMap<>();
    private final Map<String, BlockModel> blocks = new LinkedHashMap<>();

    DeclaredTypes(
            TypeReader reader,
            List<EnumModel> enums,
            List<RecordModel> structs,
            List<MessageModel> messages,
            List<BlockModel> blocks) {
        this.reader = reader;
        for (EnumModel model : enums) {
            this.enums.put(model.name(), model);
            for (String member : model.type().members()) {
                enumsOfMember.computeIfAbsent(member, name -> new ArrayList<>()).add(model.type());
            }
        }
        structs.forEach(struct -> this.structs.put(struct.name(), struct));
        messages.forEach(message -> this.messages.put(message.name(), message));
        blocks.forEach(block -> this.blocks.put(block.name(), block));
    }

    TypeReader reader() {
        return reader;
    }

    /** Enums by name, in declared order, as all that follow. */
    Map<String, EnumModel> enums() {
        return enums;
    }

    Map<String, RecordModel> structs() {
        return structs;
    }

    Map<String, MessageModel> messages() {
        return messages;
    }

    Map<String, BlockModel> blocks() {
        return blocks;
    }

    /** The enums that have a member of the name. */
    List<Type.EnumOf> enumsOf(String member) {
        return enumsOfMember.getOrDefault(member, List.of());
    }

    /** Names of all members of all enums. */
    Iterable<String> members() {
        return enumsOfMember.keySet();
    }

    /** The message whose payload a record is, or null. */
    @Nullable
    MessageModel messageOf(RecordModel record) {
        MessageModel message = messages.get(record.name());
        return message != null && message.body().span().equals(record.span()) ? message : null;
    }
}
