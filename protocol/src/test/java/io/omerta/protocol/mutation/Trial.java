package io.omerta.protocol.mutation;

import io.omerta.protocol.transaction.MutantTrial;
import io.omerta.protocol.transaction.ShippedTransactions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A mutant, and who has found it out. */
record Trial(Mutant mutant, String killer) {
    private static final String ESCROW = "00_escrow_lock/transaction.omt";
    private static final String ATTESTATION = "01_cabal_attestation/transaction.omt";
    private static final String CABAL = "shared/cabal.omt";

    /** All mutants of the shipped transactions and of what they share. */
    static List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        mutants.addAll(Mutants.of(ESCROW, ShippedTransactions.ESCROW_LOCK.source()));
        mutants.addAll(Mutants.of(ATTESTATION, ShippedTransactions.CABAL_ATTESTATION.source()));
        mutants.addAll(Mutants.of(
                CABAL,
                ShippedTransactions.imports().find(List.of("shared", "cabal")).orElseThrow()));
        return mutants;
    }

    static Trial of(Mutant mutant) throws ReflectiveOperationException {
        return new Trial(mutant, killer(new MutantLoader(mutant), mutant.path()));
    }

    /** Who finds fault with transaction 01 as it is shipped: an empty text, or whatever kills a mutant kills nothing. */
    static String ofShipped() throws ReflectiveOperationException {
        return killer(new MutantLoader("", ""), ATTESTATION);
    }

    private static String killer(MutantLoader loader, String path) throws ReflectiveOperationException {
        Method killer = loader.loadClass(MutantTrial.class.getName()).getMethod("killer", boolean.class, boolean.class);
        return (String) killer.invoke(null, !path.equals(ATTESTATION), !path.equals(ESCROW));
    }

    boolean survived() {
        return killer.isEmpty();
    }

    @Override
    public String toString() {
        return mutant + (survived() ? "" : ", killed by " + killer);
    }
}
