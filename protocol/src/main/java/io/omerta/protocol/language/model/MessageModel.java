package io.omerta.protocol.language.model;

import java.util.List;

/**
 * A message.
 *
 * @param sender role that sends it
 * @param recipients roles that receive it; {@link #EVERYONE} means every role
 * @param signed whether the payload carries its sender's signature, so that it proves to others what was said
 * @param body its payload, the signature included
 */
public record MessageModel(String name, String sender, List<String> recipients, boolean signed, RecordModel body) {
    /** The recipient that stands for every role. */
    public static final String EVERYONE = "Network";

    /** The field that {@code signed} adds after the declared ones. */
    public static final String SIGNATURE_FIELD = "signature";

    public MessageModel {
        recipients = List.copyOf(recipients);
    }

    /** Whether who receives it may have one of several roles, so that its sender need not know which. */
    public boolean hasSeveralRecipients() {
        return recipients.size() > 1 || recipients.contains(EVERYONE);
    }

    /** Whether a role may receive it. */
    public boolean isFor(String role) {
        return recipients.contains(role) || recipients.contains(EVERYONE);
    }
}
