package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;

/** Moves as text: one line, different for different moves of one state. */
final class MoveText {
    private final Session session;
    private final ValueText values;

    MoveText(Session session, ValueText values) {
        this.session = session;
        this.values = values;
    }

    String of(Move move) {
        if (move instanceof Move.Begin begin) {
            return "begin" + with(begin.answers());
        } else if (move instanceof Move.Deliver deliver) {
            return "deliver " + letter(deliver.letter()) + with(deliver.answers());
        } else if (move instanceof Move.Expire expire) {
            return "expire " + expire.member() + " "
                    + timer(expire.member().machine().model(), expire.timer()) + with(expire.answers());
        } else if (move instanceof Move.Make make) {
            return "call " + make.call().text() + with(make.answers());
        } else if (move instanceof Move.Lose lose) {
            return "lose " + letter(lose.letter());
        } else if (move instanceof Move.Repeat repeat) {
            return "repeat " + letter(repeat.letter());
        } else if (move instanceof Move.Lie lie) {
            return "lie " + letter(lie.letter());
        } else if (move instanceof Move.Interrupted interrupted) {
            return "crash " + move.member() + " after " + interrupted.sent() + " of " + interrupted.of()
                    + " messages of " + of(interrupted.input());
        } else {
            return "crash " + move.member();
        }
    }

    private String letter(Letter letter) {
        return letter.from() + " -> " + letter.to() + " " + letter.message().name() + " "
                + values.fields(letter.body());
    }

    /** The timeout that a timer is for. */
    static String timer(ActorModel actor, int timer) {
        int number = 0;
        for (TransitionModel transition : actor.transitions()) {
            if (transition.event() instanceof EventModel.OnTimeout timeout && number++ == timer) {
                return timeout.parameter().name() + " in "
                        + actor.states().get(transition.from()).name() + " (timer " + timer + ")";
            }
        }
        throw new IllegalArgumentException(actor.name() + " has no timer " + timer);
    }

    private String with(List<Answer> answers) {
        return answers.isEmpty()
                ? ""
                : " where "
                        + String.join(", ", answers.stream().map(this::answer).toList());
    }

    private String answer(Answer answer) {
        ValueList key = (ValueList) answer.key();
        String who = key.get(0) instanceof PeerId peer && session.member(peer) != null ? values.of(peer) + ": " : "";
        List<Value> arguments = ((ValueList) key.get(2)).elements();
        return who + ((Text) key.get(1)).text() + "(" + values.all(arguments) + ") = " + values.of(answer.value());
    }
}
