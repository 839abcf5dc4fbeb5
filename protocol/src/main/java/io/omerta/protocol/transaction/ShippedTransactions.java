package io.omerta.protocol.transaction;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.TransactionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The transactions that come with the program, as sources among its resources. */
public enum ShippedTransactions {
    /** Funds are locked for a session by agreement of witnesses. */
    ESCROW_LOCK("00", "00_escrow_lock"),
    /** Witnesses watch the session and attest how long it lasted. */
    CABAL_ATTESTATION("01", "01_cabal_attestation"),
    /** The escrow of a session is divided. */
    SETTLEMENT("02", "02_settlement"),
    /** Witnesses tell what a peer's chain says. */
    STATE_QUERY("03", "03_state_query"),
    /** A peer's chain is read and verified to its head. */
    STATE_AUDIT("04", "04_state_audit"),
    /** A cabal that nobody chose audits a peer whose turn it is. */
    HEALTH_CHECK("05", "05_health_check"),
    /** A cabal makes the value that decides the draws of the next epoch. */
    BEACON("06", "06_beacon");

    private static final String EXTENSION = ".omt";

    /** Finds what the shipped transactions import, and each other. */
    private static final ImportSource IMPORTS = new ImportSource() {
        @Override
        public Optional<Source> find(List<String> path) {
            return read(String.join("/", path) + EXTENSION);
        }

        @Override
        public Optional<Source> transaction(String id) {
            for (ShippedTransactions shipped : values()) {
                if (shipped.id.equals(id)) {
                    return Optional.of(shipped.source());
                }
            }
            return Optional.empty();
        }
    };

    private final String id;
    private final String path;

    ShippedTransactions(String id, String folder) {
        this.id = id;
        this.path = folder + "/transaction" + EXTENSION;
    }

    /** The id in the head of the file. */
    public String id() {
        return id;
    }

    public Source source() {
        return read(path).orElseThrow(() -> new IllegalStateException("the program lacks its resource " + path));
    }

    public static ImportSource imports() {
        return IMPORTS;
    }

    /** The transaction with the parameters of its file. */
    public TransactionSpec compile() {
        return TransactionSpec.compile(model());
    }

    /** The meaning of the file. */
    public ProtocolModel model() {
        return Checker.check(source(), IMPORTS).requireModel();
    }

    /** Whether a transaction is this one, perhaps with other parameters. */
    public boolean is(TransactionSpec transaction) {
        return transaction.model().id().equals(id);
    }

    /**
     * This one among others.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public TransactionSpec among(List<TransactionSpec> transactions) {
        return transactions.stream()
                .filter(this::is)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("transaction " + id + " is needed"));
    }

    private static Optional<Source> read(String path) {
        try (InputStream stream = ShippedTransactions.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(Source.decode("protocol/" + path, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's resource " + path, e);
        }
    }
}
