package io.omerta.protocol.language.document;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the roles that a move's messages go to. */
final class SentMessages {
    private final Map<String, Declaration.Message> messages;
    private final List<String> actors;

    SentMessages(Map<String, Declaration.Message> messages, List<String> actors) {
        this.messages = messages;
        this.actors = actors;
    }

    /** Whether a name that is awaited is a message's, not a trigger's. */
    boolean isMessage(String name) {
        return messages.containsKey(name);
    }

    /** What a move sends, in order, each message once for each role. */
    List<MessageChart.Arrow> of(Move move) {
        Set<String> seen = new LinkedHashSet<>();
        List<MessageChart.Arrow> arrows = new ArrayList<>();
        for (Action action : move.actions()) {
            if (action instanceof Action.Send send) {
                String message = send.message().text();
                for (String role : recipients(move, send.target(), message)) {
                    if (seen.add(message + " " + role)) {
                        arrows.add(new MessageChart.Arrow(move.role(), role, message, ""));
                    }
                }
            } else if (action instanceof Action.Broadcast broadcast) {
                String message = broadcast.message().text();
                String list = broadcast.recipients().text();
                for (String role : named(list, roles(message))) {
                    if (seen.add(message + " " + role)) {
                        arrows.add(new MessageChart.Arrow(move.role(), role, message, list));
                    }
                }
            }
        }
        return arrows;
    }

    private List<String> recipients(Move move, Expression target, String message) {
        List<String> roles = roles(message);
        if (target.isName("peer_id") && roles.contains(move.role())) {
            return List.of(move.role());
        }
        Declaration.Message awaited = messages.get(String.valueOf(move.awaited()));
        if (awaited != null
                && Move.isSenderOfMessage(target)
                && roles.contains(awaited.sender().text())) {
            return List.of(awaited.sender().text());
        }
        return target instanceof Expression.NameReference reference ? named(reference.name(), roles) : roles;
    }

    /** The role that a variable is called after, as {@code new_witness} is; if it is not told so, all of them. */
    private static List<String> named(String variable, List<String> roles) {
        List<String> matching = roles.stream()
                .filter(role ->
                        variable.toLowerCase(Locale.ROOT).replace("_", "").contains(role.toLowerCase(Locale.ROOT)))
                .toList();
        return matching.size() == 1 ? matching : roles;
    }

    private List<String> roles(String message) {
        Declaration.Message declaration = messages.get(message);
        if (declaration == null) {
            return List.of();
        }
        List<String> roles =
                declaration.recipients().stream().map(Name::text).distinct().toList();
        return roles.contains(MessageModel.EVERYONE) ? actors : roles;
    }
}
