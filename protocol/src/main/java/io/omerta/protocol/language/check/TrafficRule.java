package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration.Actor;
import io.omerta.protocol.language.tree.Declaration.Message;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * W07: messages that nobody sends, that nobody handles, or that one of their recipients does not handle. A role that
 * declares to ignore or to defer a message has dealt with it. A misspelt message counts as the one that it is near to.
 */
final class TrafficRule {
    /** As a recipient: every role. */
    private static final String EVERYONE = "Network";

    private final UnitIndex index;
    private final Findings findings;
    private final Set<String> sent = new LinkedHashSet<>();
    private final Map<String, Set<String>> handledByRole = new LinkedHashMap<>();

    private TrafficRule(UnitIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
        index.all(Actor.class).forEach(this::read);
    }

    static void check(UnitIndex index, Findings findings) {
        new TrafficRule(index, findings).check();
    }

    private void read(Actor actor) {
        Set<String> handled = handledByRole.computeIfAbsent(actor.name().text(), unused -> new LinkedHashSet<>());
        for (ActorMember member : actor.members()) {
            if (member instanceof ActorMember.Deferral deferral) {
                deferral.messages().forEach(message -> note(message, handled));
            } else if (member instanceof ActorMember.Transition transition) {
                if (transition.event() instanceof Event.On on) {
                    note(on.name(), handled);
                } else if (transition.event() instanceof Event.Collect collect) {
                    note(collect.message(), handled);
                }
                transition.actions().forEach(this::readAction);
                Otherwise otherwise = transition.otherwise();
                if (otherwise != null) {
                    otherwise.actions().forEach(this::readAction);
                }
            }
        }
    }

    private void readAction(Action action) {
        if (action instanceof Action.Send send) {
            note(send.message(), sent);
        } else if (action instanceof Action.Broadcast broadcast) {
            note(broadcast.message(), sent);
        }
    }

    private void note(Name message, Set<String> names) {
        Set<String> known = index.messages().keySet();
        if (known.contains(message.text())) {
            names.add(message.text());
        } else {
            Spelling.fix(message.text(), known).ifPresent(names::add);
        }
    }

    private void check() {
        for (Message message : index.messages().values()) {
            List<Name> idle = message.recipients().stream()
                    .filter(role -> isRole(role) && !handles(role, message))
                    .toList();
            boolean isHandled = idle.size() < message.recipients().size();
            if (!sent.contains(message.name().text())) {
                findings.add(
                        Code.W07,
                        message.name().span(),
                        "no actor sends `" + message.name() + "`"
                                + (isHandled ? "" : ", and no recipient handles it")
                                + "; send it with `SEND` or `BROADCAST`, or remove it");
            } else if (!isHandled) {
                findings.add(
                        Code.W07,
                        message.name().span(),
                        "`" + message.name() + "` is sent, but no recipient handles it; add a transition `on "
                                + message.name() + "` to " + Phrases.list(idle, role -> role));
            } else {
                idle.forEach(role -> findings.add(
                        Code.W07,
                        role.span(),
                        "`" + role + "` receives `" + message.name() + "`, but has no transition for it; add one, or"
                                + " declare `ignore " + message.name() + "`"));
            }
        }
    }

    /** Whether a recipient can be judged: it is an actor, or everyone. */
    private boolean isRole(Name role) {
        return role.text().equals(EVERYONE) || handledByRole.containsKey(role.text());
    }

    private boolean handles(Name role, Message message) {
        String name = message.name().text();
        return role.text().equals(EVERYONE)
                ? handledByRole.values().stream().anyMatch(handled -> handled.contains(name))
                : handledByRole.getOrDefault(role.text(), new TreeSet<>()).contains(name);
    }
}
