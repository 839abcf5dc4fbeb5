package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Doubts about fractions (W12): every product and quotient of them is rounded. */
final class Fractions {
    /** Beginnings of words that mean money. */
    private static final List<String> MONEY = List.of(
            "amount", "balance", "price", "pay", "fee", "cost", "escrow", "deposit", "refund", "credit", "debit",
            "reward");

    private Fractions() {}

    /**
     * Doubts the type of a declared field, variable or parameter.
     *
     * @param signed whether the values are signed as they stand: fields of blocks and of signed messages
     */
    static void checkDeclared(BindLog log, Field field, Type type, boolean signed) {
        if (type == Type.Scalar.FIXED && isMoney(field.name().text())) {
            log.add(
                    Code.W12,
                    field.type().name().span(),
                    "`" + field.name()
                            + "` seems to be money; as a fraction its products and quotients are rounded and "
                            + "money is lost or made; count the smallest unit in `uint`");
        } else if (signed) {
            Optional<Name> named = floatIn(field.type());
            named.ifPresent(name -> log.add(Diagnostic.of(
                            Code.W12,
                            name.span(),
                            "`float` is signed here; it is another name for `fixed`, millionths rounded down, which says so")
                    .withFix(Fix.replace("write `fixed`", name.span(), "fixed"))));
        }
    }

    private static boolean isMoney(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            for (String money : MONEY) {
                if (word.startsWith(money)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Name> floatIn(TypeReference type) {
        if (type.name().text().equals("float")) {
            return Optional.of(type.name());
        }
        return type.arguments().stream()
                .map(Fractions::floatIn)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
