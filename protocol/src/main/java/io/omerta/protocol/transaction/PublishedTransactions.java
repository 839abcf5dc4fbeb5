package io.omerta.protocol.transaction;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.TransactionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Transactions as they were first published, with their defects: negative controls for suites, on which a check that finds
 * nothing is worth nothing. No node runs them unless a test or a scenario says so. The README beside the sources lists what
 * had to be changed and which defects were kept.
 */
public enum PublishedTransactions {
    /** The published rules of {@link ShippedTransactions#ESCROW_LOCK}. */
    ESCROW_LOCK("00", "00_escrow_lock"),
    /** The published rules of {@link ShippedTransactions#CABAL_ATTESTATION}. */
    CABAL_ATTESTATION("01", "01_cabal_attestation");

    private final String id;
    private final String file;

    PublishedTransactions(String id, String name) {
        this.id = id;
        this.file = name + ".omt";
    }

    /** The id in the head of the file, which is that of the shipped transaction too. */
    public String id() {
        return id;
    }

    /** The name of its file in the folder {@code published}. */
    public String file() {
        return file;
    }

    public Source source() {
        String path = "published/" + file;
        try (InputStream stream = PublishedTransactions.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its resource " + path);
            }
            return Source.decode("protocol/" + path, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's resource " + path, e);
        }
    }

    /** The transaction with the parameters of its file. */
    public TransactionSpec compile() {
        return TransactionSpec.compile(model());
    }

    /** The meaning of the file. */
    public ProtocolModel model() {
        return Checker.check(source(), ShippedTransactions.imports()).requireModel();
    }
}
