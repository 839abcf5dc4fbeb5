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
 * @param transactions 00 first
 */
public record SessionProtocol(List<TransactionSpec> transactions) {
    public SessionProtocol {
        transactions = List.copyOf(transactions);
    }

    /** Transaction 00. */
    public TransactionSpec escrow() {
        return transactions.get(0);
    }

    /** Values of parameters by transaction and name. */
    private Map<String, Value> parameters() {
        Map<String, Value> values = new TreeMap<>();
        for (TransactionSpec transaction : transactions) {
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
        return other instanceof SessionProtocol that && parameters().equals(that.parameters());
    }

    @Override
    public int hashCode() {
        return parameters().hashCode();
    }

    @Override
    public String toString() {
        return "transactions "
                + String.join(
                        ", ",
                        transactions.stream()
                                .map(transaction -> transaction.model().id())
                                .toList());
    }
}
