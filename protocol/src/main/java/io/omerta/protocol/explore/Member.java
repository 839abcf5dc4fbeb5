package io.omerta.protocol.explore;

import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.wire.PeerId;

/**
 * One machine of the session that is explored.
 *
 * @param place among all members, from 0
 * @param name of its role, with a number from 1 if the role has several: {@code Consumer}, {@code Witness[2]}
 * @param peer its identity
 * @param byzantine whether it may lie: beside what its machine sends, it sends what the {@link Adversary} thinks of
 */
public record Member(int place, String name, PeerId peer, MachineSpec machine, boolean byzantine) {
    public String role() {
        return machine.model().name();
    }

    @Override
    public String toString() {
        return name;
    }
}
