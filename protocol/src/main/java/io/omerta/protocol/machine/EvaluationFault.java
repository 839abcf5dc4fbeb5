package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;

/** Leaves the evaluation of a macro-step that cannot go on. Never leaves a step: it becomes a {@link Fault} there. */
final class EvaluationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** Carries no stack trace: faults are ordinary, and peers can cause them as often as they like. */
    EvaluationFault(Fault.Kind kind, Span place, String detail) {
        super(detail, null, false, false);
        this.fault = new Fault(kind, place, detail);
    }

    Fault fault() {
        return fault;
    }
}
