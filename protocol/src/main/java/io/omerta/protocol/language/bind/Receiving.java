package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Name;

/** Who may receive a message (E25). */
final class Receiving {
    private Receiving() {}

    /**
     * Tells a role that awaits a message which is not sent to it.
     *
     * @param name of the message, where the role awaits it
     */
    static void check(BindLog log, String role, MessageModel message, Name name) {
        if (!message.isFor(role)) {
            log.add(Diagnostic.of(
                            Code.E25,
                            name.span(),
                            "`" + name + "` is not sent to `" + role + "`, but to "
                                    + UnknownName.listed(message.recipients(), " and ") + "; add the role to its `to`")
                    .withRelated(message.body().span(), "declared here"));
        }
    }
}
