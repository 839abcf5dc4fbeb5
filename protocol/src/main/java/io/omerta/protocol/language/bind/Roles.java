package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import java.util.LinkedHashSet;
import java.util.Set;

/** Roles that messages and blocks name but no actor plays (E25). */
final class Roles {
    private Roles() {}

    /** A library without actors may name the roles of whoever imports it. */
    static void check(BindLog log, Declarations declarations) {
        Set<String> actors = new LinkedHashSet<>();
        declarations
                .all(Declaration.Actor.class)
                .forEach(actor -> actors.add(actor.name().text()));
        if (actors.isEmpty()) {
            return;
        }
        Set<String> recipients = new LinkedHashSet<>(actors);
        recipients.add(MessageModel.EVERYONE);
        for (Declaration.Message message : declarations.all(Declaration.Message.class)) {
            check(log, message.sender(), actors, actors);
            message.recipients().forEach(recipient -> check(log, recipient, recipients, actors));
        }
        for (Declaration.Block block : declarations.all(Declaration.Block.class)) {
            block.writers().forEach(writer -> check(log, writer, actors, actors));
        }
    }

    private static void check(BindLog log, Name role, Set<String> allowed, Set<String> actors) {
        if (role.text().equals(MessageModel.EVERYONE) && !allowed.contains(role.text())) {
            log.add(
                    Code.E25,
                    role.span(),
                    "`" + MessageModel.EVERYONE + "` stands for all recipients; it neither sends nor appends");
        } else if (!allowed.contains(role.text())) {
            UnknownName.tell(log, Code.E25, role, "an actor", actors);
        }
    }
}
