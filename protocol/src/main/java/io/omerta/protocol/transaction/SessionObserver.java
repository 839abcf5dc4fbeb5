package io.omerta.protocol.transaction;

import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;

/** Sees what becomes of a node's sessions; changes nothing. For metrics, properties and tests. */
public interface SessionObserver {
    /** A machine took an input. */
    void stepped(SessionKey session, MachineInput input, Outcome outcome);

    /** An input reached no machine. */
    void refused(SessionRefusal reason, String detail);

    /** Sees nothing. */
    static SessionObserver none() {
        return new SessionObserver() {
            @Override
            public void stepped(SessionKey session, MachineInput input, Outcome outcome) {}

            @Override
            public void refused(SessionRefusal reason, String detail) {}
        };
    }
}
