package io.omerta.protocol.transaction;

import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a node was told from outside its own state during one input: kept, so that a restart hears the same. */
final class Answers {
    private static final StructShape GIVEN = StructShape.of("GIVEN", "answer");
    private static final StructShape REFUSED = StructShape.of("REFUSED", "reason");

    private final List<Value> heard = new ArrayList<>();
    private final @Nullable Iterator<Value> earlier;

    private Answers(@Nullable Iterator<Value> earlier) {
        this.earlier = earlier;
    }

    /** Answers that are asked for. */
    static Answers live() {
        return new Answers(null);
    }

    /** The answers of an input that is taken again. */
    static Answers replayed(List<Value> heard) {
        return new Answers(heard.iterator());
    }

    /** The answer of a source, or the one that it gave when the input was taken first. */
    Value answer(Supplier<Value> source) {
        Value entry = earlier == null ? ask(source) : earlier.next();
        heard.add(entry);
        Struct struct = (Struct) entry;
        if (struct.shape().equals(REFUSED)) {
            throw new UnanswerableException(((Text) struct.get(0)).text());
        }
        return struct.get(0);
    }

    private static Value ask(Supplier<Value> source) {
        try {
            return Struct.of(GIVEN, source.get());
        } catch (UnanswerableException refusal) {
            return Struct.of(REFUSED, new Text(String.valueOf(refusal.getMessage())));
        }
    }

    /** All of them, in order. */
    List<Value> heard() {
        return heard;
    }
}
