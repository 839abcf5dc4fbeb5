package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.wire.Value;

/** What a name holds. */
record Variable(Ty type, Value value) {
    /** A variable before anything was assigned to it. */
    static Variable unassigned(Ty type) {
        return new Variable(type, Value.Absent.INSTANCE);
    }
}
