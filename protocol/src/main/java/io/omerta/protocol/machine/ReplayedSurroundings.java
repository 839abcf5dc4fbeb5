package io.omerta.protocol.machine;

import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * Answers from a recording. The steps of a replay must ask what was asked, in the same order; what does not is a bug of
 * the host or another version of the protocol, told by {@link DivergedException}. Not for use by several threads.
 */
public final class ReplayedSurroundings extends AskedSurroundings {
    /** A replay asks what the recorded steps did not ask. */
    public static final class DivergedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DivergedException(String message) {
            super(message);
        }
    }

    private final List<Exchange> exchanges;
    private int next;

    /** @param exchanges as recorded, see {@link RecordingSurroundings#exchanges} */
    public ReplayedSurroundings(List<Exchange> exchanges) {
        this.exchanges = List.copyOf(exchanges);
    }

    /** How many of the recorded questions have not been asked yet. */
    public int remaining() {
        return exchanges.size() - next;
    }

    @Override
    Value answer(String question, List<Value> arguments, Question put) {
        if (next == exchanges.size()) {
            throw new DivergedException("the replay asks " + question + arguments + ", but the recording ends after "
                    + next + " questions");
        }
        Exchange exchange = exchanges.get(next);
        if (!exchange.question().equals(question) || !exchange.arguments().equals(arguments)) {
            throw new DivergedException("question " + next + " of the replay is " + question + arguments
                    + ", but that of the recording is " + exchange.question() + exchange.arguments());
        }
        next++;
        if (exchange.answer() instanceof Exchange.Answer.Refused refused) {
            throw new UnanswerableException(refused.reason());
        }
        return ((Exchange.Answer.Given) exchange.answer()).value();
    }
}
