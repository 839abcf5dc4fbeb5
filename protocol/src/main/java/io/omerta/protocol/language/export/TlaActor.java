package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.DeferralModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What follows from the declarations of an actor: which transitions are tried when, which timers run, what waits. */
final class TlaActor {
    private final ProtocolModel protocol;
    final ActorModel model;

    TlaActor(ProtocolModel protocol, ActorModel model) {
        this.protocol = protocol;
        this.model = model;
    }

    String stateName(int state) {
        return model.states().get(state).name();
    }

    int initialState() {
        for (int i = 0; i < model.states().size(); i++) {
            if (model.states().get(i).initial()) {
                return i;
            }
        }
        throw new IllegalArgumentException("actor " + model.name() + " has no initial state");
    }

    /** Tried when the actor comes to rest: automatic transitions and collects. */
    List<TransitionModel> autos(int state) {
        return leaving(state, event -> event instanceof EventModel.Auto || event instanceof EventModel.OnCollect);
    }

    List<TransitionModel> onMessage(int state, MessageModel message) {
        return leaving(
                state,
                event -> event instanceof EventModel.OnMessage on
                        && on.message().name().equals(message.name()));
    }

    List<TransitionModel> collects(int state, MessageModel message) {
        return leaving(
                state,
                event -> event instanceof EventModel.OnCollect on
                        && on.message().name().equals(message.name()));
    }

    List<TransitionModel> onTrigger(int state, TriggerModel trigger) {
        return leaving(
                state,
                event -> event instanceof EventModel.OnTrigger on
                        && on.trigger().name().equals(trigger.name()));
    }

    /** In the order in which expired ones are tried. */
    List<TransitionModel> timeouts(int state) {
        List<TransitionModel> timeouts =
                new ArrayList<>(leaving(state, event -> event instanceof EventModel.OnTimeout));
        timeouts.sort(Comparator.comparingLong(TlaActor::delayMillis));
        return timeouts;
    }

    private static long delayMillis(TransitionModel transition) {
        return transition.event() instanceof EventModel.OnTimeout timeout
                        && timeout.parameter().value() instanceof Value.Int millis
                ? millis.value()
                : 0;
    }

    private List<TransitionModel> leaving(int state, Predicate<EventModel> event) {
        return model.transitions().stream()
                .filter(transition -> transition.from() == state && event.test(transition.event()))
                .toList();
    }

    boolean hasAutos() {
        return anyState(state -> !autos(state).isEmpty());
    }

    boolean hasTimeouts() {
        return anyState(state -> !timeouts(state).isEmpty());
    }

    boolean hasWaiting() {
        return anyState(state -> received().stream().anyMatch(message -> waits(state, message)));
    }

    /** Whether starting does more than arming timers. */
    boolean startsByItself() {
        return !autos(initialState()).isEmpty();
    }

    private boolean anyState(Predicate<Integer> property) {
        for (int i = 0; i < model.states().size(); i++) {
            if (property.test(i)) {
                return true;
            }
        }
        return false;
    }

    /** The messages that are for this actor. */
    List<MessageModel> received() {
        return protocol.messages().stream()
                .filter(message -> message.isFor(model.name()))
                .toList();
    }

    boolean awaits(int state, MessageModel message) {
        return !onMessage(state, message).isEmpty() || !collects(state, message).isEmpty();
    }

    /** Whether a message that a state has no transition for is kept for a later state. */
    boolean waits(int state, MessageModel message) {
        if (awaits(state, message)) {
            return false;
        }
        DeferralKind declared = deferral(state, message);
        if (declared != null) {
            return declared == DeferralKind.DEFER;
        }
        boolean[] reachable = reachableFrom(state);
        return anyState(later -> reachable[later] && awaits(later, message));
    }

    private @Nullable DeferralKind deferral(int state, MessageModel message) {
        for (DeferralModel deferral : model.deferrals()) {
            if (deferral.state() == state && deferral.message().name().equals(message.name())) {
                return deferral.kind();
            }
        }
        return null;
    }

    /** The states that one transition or more lead to. */
    private boolean[] reachableFrom(int state) {
        boolean[] reachable = new boolean[model.states().size()];
        List<Integer> open = new ArrayList<>(List.of(state));
        while (!open.isEmpty()) {
            int from = open.remove(open.size() - 1);
            for (TransitionModel transition : leaving(from, event -> true)) {
                TransitionModel.Branch otherwise = transition.otherwise();
                reach(transition.then().to(), reachable, open);
                if (otherwise != null) {
                    reach(otherwise.to(), reachable, open);
                }
            }
        }
        return reachable;
    }

    private static void reach(int state, boolean[] reachable, List<Integer> open) {
        if (!reachable[state]) {
            reachable[state] = true;
            open.add(state);
        }
    }
}
