package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;

/** Expressions of protocols that tests put together by hand. */
final class Terms {
    static final Span SPAN = new Span(Source.of("test.omt", ""), 0, 0);
    static final Type NUMBERS = new Type.ListOf(Type.Scalar.INT);

    private Terms() {}

    static Term number(long value) {
        return new Term.Constant(new Value.Int(value), Type.Scalar.INT, SPAN);
    }

    static Term fraction(long micros) {
        return new Term.Constant(new Value.Fixed(micros), Type.Scalar.FIXED, SPAN);
    }

    static Term time(long millis) {
        return new Term.Constant(new Value.Timestamp(millis), Type.Scalar.TIMESTAMP, SPAN);
    }

    static Term span(long millis) {
        return new Term.Constant(new Value.Int(millis), Type.Scalar.DURATION, SPAN);
    }

    static Term text(String text) {
        return new Term.Constant(new Text(text), Type.Scalar.STRING, SPAN);
    }

    static Term truth(boolean truth) {
        return new Term.Constant(new Value.Bool(truth), Type.Scalar.BOOL, SPAN);
    }

    static Term nothing() {
        return new Term.Constant(Value.Absent.INSTANCE, Type.Special.NULL, SPAN);
    }

    static Term constant(Value value, Type type) {
        return new Term.Constant(value, type, SPAN);
    }

    static Term numbers(long... values) {
        return new Term.ListOf(Arrays.stream(values).mapToObj(Terms::number).toList(), NUMBERS, SPAN);
    }

    static Term local(int index, Type type) {
        return new Term.Local(index, "local" + index, type, SPAN);
    }

    static Term field(Term record, String name) {
        RecordModel model = ((Type.RecordOf) record.type()).record();
        int place = model.indexOf(name);
        return new Term.FieldOf(record, place, model.fields().get(place).type(), SPAN);
    }

    static Term binary(BinaryOperator operator, Term left, Term right, Type type) {
        return new Term.Binary(operator, left, right, type, SPAN);
    }

    static Term plus(Term left, Term right) {
        return binary(BinaryOperator.ADD, left, right, left.type());
    }

    static Term equal(Term left, Term right) {
        return binary(BinaryOperator.EQUAL, left, right, Type.Scalar.BOOL);
    }

    static Term atLeast(Term left, Term right) {
        return binary(BinaryOperator.GREATER_EQUAL, left, right, Type.Scalar.BOOL);
    }

    static Term call(Builtin builtin, Type type, Term... arguments) {
        return new Term.CallBuiltin(builtin, List.of(arguments), type, SPAN);
    }

    static Term call(FunctionModel function, Term... arguments) {
        return new Term.CallFunction(function, List.of(arguments), function.result(), SPAN);
    }

    static Term length(Term of) {
        return call(Builtin.LENGTH, Type.Scalar.UINT, of);
    }

    static Term abort() {
        return call(Builtin.ABORT, Type.Special.NEVER, text("enough"));
    }

    static Term lambda(int parameter, Type from, Term body) {
        return new Term.Lambda(parameter, body, new Type.Lambda(from, body.type()), SPAN);
    }
}
