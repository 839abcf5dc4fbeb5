package io.omerta.sim.network.workload;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that every node takes part in, compiled once for all replications. Equal if the transactions and the
 * values of their parameters are.
 *
 * @param known transactions whose records nodes can read, in the order of their ids, 00 and 02 among them
 * @param count how many of them nodes take part in, from 00 on
 */
public record SessionProtocol(List<TransactionSpec> known, int count) {
    public SessionProtocol {
        known = List.copyOf(known);
    }

    /** Those that nodes take part in. */
    public List<TransactionSpec> transactions() {
        return known.subList(0, count);
    }

    /** Transaction 00. */
    public TransactionSpec escrow() {
        return known.get(0);
    }

    /** Values of parameters by transaction and name. */
    private Map<String, Value> parameters() {
        Map<String, Value> values = new TreeMap<>();
        for (TransactionSpec transaction : known) {
            String id = transaction.model().id();
            transaction
                    .model()
                    .parameters()
                    .forEach(parameter ->
                            values.put(id + " " + parameter.name(), transaction.parameter(parameter.name())));
        }
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionProtocol that
                && count == that.count
                && parameters().equals(that.parameters());
    }

    @Override
    public int hashCode() {
        return 31 * parameters().hashCode() + count;
    }

    @Override
    public String toString() {
        return "transactions "
                + String.join(
                        ", ",
                        transactions().stream()
                                .map(transaction -> transaction.model().id())
                                .toList());
    }
}
