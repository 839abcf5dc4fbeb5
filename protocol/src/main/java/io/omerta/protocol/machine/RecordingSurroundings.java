package io.omerta.protocol.machine;

import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Passes questions on, and keeps every answer so that the steps can be replayed. Not for use by several threads. */
public final class RecordingSurroundings extends AskedSurroundings {
    private final Surroundings surroundings;
    private final List<Exchange> exchanges = new ArrayList<>();

    public RecordingSurroundings(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Every question so far with its answer, in order; unmodifiable. */
    public List<Exchange> exchanges() {
        return Collections.unmodifiableList(exchanges);
    }

    @Override
    Value answer(String question, List<Value> arguments, Question put) {
        try {
            Value answer = put.to(surroundings);
            exchanges.add(new Exchange(question, arguments, new Exchange.Answer.Given(answer)));
            return answer;
        } catch (UnanswerableException refusal) {
            String reason = String.valueOf(refusal.getMessage());
            exchanges.add(new Exchange(question, arguments, new Exchange.Answer.Refused(reason)));
            throw refusal;
        }
    }
}
