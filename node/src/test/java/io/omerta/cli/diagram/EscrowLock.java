package io.omerta.cli.diagram;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.document.Documentation;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** The largest transaction, whose witnesses have more than twenty states. */
final class EscrowLock {
    private static final String TRANSACTIONS = "/io/omerta/protocol/transaction/";

    private EscrowLock() {}

    static Documentation documentation() {
        CheckedProtocol checked = Checker.check(
                source("00_escrow_lock/transaction"), path -> Optional.of(source(String.join("/", path))));
        return Documentation.of(checked);
    }

    private static Source source(String path) {
        String resource = TRANSACTIONS + path + ".omt";
        try (InputStream in = Objects.requireNonNull(Checker.class.getResourceAsStream(resource), resource)) {
            return Source.decode(resource, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
