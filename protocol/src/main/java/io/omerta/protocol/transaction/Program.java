package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.envelope.Admission;
import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.TransactionSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction that a node takes part in, with what guards each of its roles. */
final class Program {
    /** What runs in one role. */
    record Part(TransactionSpec transaction, MachineSpec machine, Admission admission) {
        String role() {
            return machine.model().name();
        }
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();

    Program(TransactionSpec transaction, Hasher hasher, Verifier verifier) {
        for (ActorModel actor : transaction.model().actors()) {
            parts.put(
                    actor.name(),
                    new Part(
                            transaction,
                            transaction.machine(actor.name()),
                            new Admission(transaction, actor.name(), hasher, verifier)));
        }
    }

    /** What runs in a role, or null if there is no such role. */
    @Nullable
    Part part(String role) {
        return parts.get(role);
    }

    /** In declared order of the roles. */
    List<Part> parts() {
        return new ArrayList<>(parts.values());
    }
}
