package io.omerta.protocol.language.export;

import java.util.List;

/**
 * A transaction in TLA+.
 *
 * @param name of the module
 * @param text of the module
 * @param configuration small values for its constants, for the model checker TLC
 * @param notes in what the module is more, less or other than the transaction, each a sentence; they stand in the module
 *     too
 */
public record TlaModule(String name, String text, String configuration, List<String> notes) {
    public TlaModule {
        notes = List.copyOf(notes);
    }

    /** Name of the file that the module must be in. */
    public String moduleFile() {
        return name + ".tla";
    }

    /** Name of the file that TLC looks for the configuration in. */
    public String configurationFile() {
        return name + ".cfg";
    }
}
