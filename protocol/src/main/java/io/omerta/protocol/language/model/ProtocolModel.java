package io.omerta.protocol.language.model;

import java.util.List;

/**
 * A checked transaction without errors, imports included; each list in declared order, imported declarations first.
 *
 * @param id of the transaction, empty for a library that only declares things for others
 * @param title for people, possibly empty
 * @param description for people, possibly empty
 */
public record ProtocolModel(
        String id,
        String title,
        String description,
        List<ParameterModel> parameters,
        List<EnumModel> enums,
        List<RecordModel> structs,
        List<MessageModel> messages,
        List<BlockModel> blocks,
        List<FunctionModel> functions,
        List<NativeModel> natives,
        List<ActorModel> actors,
        List<PropertyModel> properties,
        List<CompositionModel> compositions) {
    public ProtocolModel {
        parameters = List.copyOf(parameters);
        enums = List.copyOf(enums);
        structs = List.copyOf(structs);
        messages = List.copyOf(messages);
        blocks = List.copyOf(blocks);
        functions = List.copyOf(functions);
        natives = List.copyOf(natives);
        actors = List.copyOf(actors);
        properties = List.copyOf(properties);
        compositions = List.copyOf(compositions);
    }
}
