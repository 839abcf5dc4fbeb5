package io.omerta.protocol.language.document;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.transaction.ShippedTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Protocol files to document. */
final class Fixture {
    private static final String TRANSACTIONS = "/io/omerta/protocol/transaction/";

    private Fixture() {}

    /** The documentation of the file with every kind of declaration. */
    static Documentation offer() {
        return document(source("offer.omt"), imports());
    }

    /** The documentation of the largest file there is. */
    static Documentation escrowLock() {
        return document(source(TRANSACTIONS + "00_escrow_lock/transaction.omt"), ShippedTransactions.imports());
    }

    /** The documentation of text without imports. */
    static Documentation of(String text) {
        return document(Source.of("test.omt", text), ImportSource.none());
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(String resource) {
        return Source.of(resource, text(resource));
    }

    private static ImportSource imports() {
        return new ImportSource() {
            @Override
            public Optional<Source> find(List<String> path) {
                return Optional.of(source(String.join("/", path) + ".omt"));
            }

            @Override
            public Optional<Source> transaction(String id) {
                return id.equals("91") ? Optional.of(source("delivery.omt")) : Optional.empty();
            }
        };
    }

    private static Documentation document(Source source, ImportSource imports) {
        CheckedProtocol checked = Checker.check(source, imports);
        if (checked.model() == null) {
            throw new AssertionError(DiagnosticText.render(checked.diagnostics()));
        }
        return Documentation.of(checked);
    }
}
