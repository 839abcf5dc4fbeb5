package io.omerta.protocol.machine;

import java.util.List;

/**
 * What a step leads to.
 *
 * @param next the machine after the input
 * @param effects what the host is to do, in order
 */
public record Outcome(Configuration next, List<MachineEffect> effects) {
    public Outcome {
        effects = List.copyOf(effects);
    }
}
