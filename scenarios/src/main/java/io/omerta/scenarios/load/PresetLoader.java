package io.omerta.scenarios.load;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.network.region.NetworkPreset;
import java.util.List;

/** Reads network presets: shipped ones by name, a user's own from a file. */
public final class PresetLoader {
    private PresetLoader() {}

    /** Names of the presets that come with the program, sorted. */
    public static List<String> shippedNames() {
        return List.of("omerta", "simblock-2015", "simblock-2019");
    }

    /**
     * Reads a preset.
     *
     * @param nameOrPath a shipped name, or the path of a preset file (with a slash, or ending in .yaml or .yml)
     * @throws InvalidInputException if there is no such preset or it cannot be used
     */
    public static NetworkPreset load(String nameOrPath) {
        throw new InvalidInputException("presets are not readable yet: " + nameOrPath);
    }
}
