package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.tree.Declaration;
import java.util.List;
import java.util.Optional;

/** Finds the transactions that compositions call. */
@FunctionalInterface
public interface OtherTransactions {
    /**
     * The declarations of a transaction and of what it imports, or nothing if it is not found.
     *
     * @param id as in its head
     */
    Optional<List<Declaration>> declarations(String id);
}
