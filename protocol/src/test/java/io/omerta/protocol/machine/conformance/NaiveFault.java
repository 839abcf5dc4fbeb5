package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.machine.Fault;

/** A macro-step cannot go on. */
final class NaiveFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final Fault.Kind kind;

    NaiveFault(Fault.Kind kind) {
        super(kind.name());
        this.kind = kind;
    }
}
