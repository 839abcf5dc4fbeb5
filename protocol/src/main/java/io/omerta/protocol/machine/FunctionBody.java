package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;

/** A compiled function. */
final class FunctionBody {
    private final FunctionModel model;
    private final Instruction[] body;

    /** Nodes in each other, those of the functions it calls included. */
    final int height;

    FunctionBody(FunctionModel model, Instruction[] body, int height) {
        this.model = model;
        this.body = body;
        this.height = height;
    }

    /** The result for arguments that the caller has put first into new locals, see {@link #newLocals}. */
    Value call(Frame frame, Value[] locals) {
        frame.work(model.span());
        Value[] outer = frame.locals;
        frame.locals = locals;
        Value result = Instruction.runAll(body, frame);
        frame.locals = outer;
        return result == null ? Value.Absent.INSTANCE : result;
    }

    /** Room for parameters and variables, all {@code null}. */
    Value[] newLocals() {
        Value[] locals = new Value[model.locals()];
        Arrays.fill(locals, Value.Absent.INSTANCE);
        return locals;
    }
}
