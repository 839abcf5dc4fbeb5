package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.syntax.TokenKind;
import io.omerta.protocol.language.tree.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names that no declaration may give. */
final class ReservedNames {
    private static final List<String> ACTION_VERBS = List.of("STORE", "SEND", "BROADCAST", "APPEND");
    private static final List<String> LITERALS = List.of("null", "true", "false");
    private static final List<String> MEANINGS = List.of("peer_id", "message", "chain");
    private static final List<String> PARTS_OF_MESSAGE = List.of("sender", "payload");

    private static final List<String> WORDS = Arrays.stream(TokenKind.values())
            .filter(TokenKind::isReservedWord)
            .map(TokenKind::text)
            .toList();

    private ReservedNames() {}

    /**
     * Tells a declared name that the language uses itself.
     *
     * @param what is declared, with its article: "a field"
     */
    static void check(BindLog log, Name name, String what) {
        String text = name.text();
        if (MEANINGS.contains(text) || LITERALS.contains(text.toLowerCase(Locale.ROOT))) {
            meaning(log, name, what, "it has a meaning of its own");
        } else if (isWord(text) || ACTION_VERBS.contains(text)) {
            log.add(
                    Code.E18,
                    name.span(),
                    "`" + text + "` is a word of the language and cannot name " + what + "; choose another name");
        }
    }

    /** Tells the name of a function that is built in. */
    static void checkFunction(BindLog log, Name name) {
        if (Builtin.named(name.text()).isPresent() && !ACTION_VERBS.contains(name.text())) {
            meaning(log, name, "a function", "a function of that name is built in");
        } else {
            check(log, name, "a function");
        }
    }

    /** Tells the name of a struct, message, block, enum or actor that is a type of the language or a role. */
    static void checkType(BindLog log, Name name, String what) {
        if (TypeReader.isBuiltIn(name.text())) {
            meaning(log, name, what, "it is a type of the language");
        } else if (name.text().equals(MessageModel.EVERYONE)) {
            meaning(log, name, what, "it stands for every role");
        } else {
            check(log, name, what);
        }
    }

    /** Tells the field of a message that {@code message.field} could not reach. */
    static void checkMessageField(BindLog log, Name name) {
        if (PARTS_OF_MESSAGE.contains(name.text())) {
            meaning(log, name, "a field of a message", "`message." + name.text() + "` has a meaning of its own");
        } else {
            check(log, name, "a field");
        }
    }

    private static void meaning(BindLog log, Name name, String what, String why) {
        log.add(Code.E19, name.span(), "`" + name.text() + "` cannot name " + what + ": " + why);
    }

    private static boolean isWord(String text) {
        return WORDS.contains(text);
    }
}
