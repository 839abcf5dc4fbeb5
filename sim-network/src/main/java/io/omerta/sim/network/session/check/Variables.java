package io.omerta.sim.network.session.check;

import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** Finds variables of a machine by name. */
public final class Variables {
    private Variables() {}

    /** The value of a variable, absent if it has none or there is no such variable. */
    public static Value of(Configuration configuration, String name) {
        List<VariableModel> variables = configuration.actor().variables();
        for (int slot = 0; slot < variables.size(); slot++) {
            if (variables.get(slot).name().equals(name)) {
                return configuration.variable(slot);
            }
        }
        return Value.Absent.INSTANCE;
    }

    static boolean isTrue(Configuration configuration, String name) {
        return of(configuration, name) instanceof Value.Bool bool && bool.value();
    }
}
