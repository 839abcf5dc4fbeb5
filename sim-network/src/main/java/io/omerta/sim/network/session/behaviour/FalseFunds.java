package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.transaction.NativeLibrary;
import io.omerta.protocol.wire.Value;
import java.util.function.UnaryOperator;

/** What a lying witness says of everybody's funds. */
final class FalseFunds implements UnaryOperator<NativeLibrary> {
    static final FalseFunds NONE = new FalseFunds(0);

    /** Far more than there is, and no sum of two overflows. */
    static final FalseFunds UNLIMITED = new FalseFunds(Long.MAX_VALUE / 4);

    private static final String LEDGER = "omerta.ledger";

    private final long balanceMicros;

    private FalseFunds(long balanceMicros) {
        this.balanceMicros = balanceMicros;
    }

    @Override
    public NativeLibrary apply(NativeLibrary honest) {
        return honest.with(LEDGER, "balance_at", (at, arguments) -> new Value.Int(balanceMicros))
                .with(LEDGER, "own_funds", (at, arguments) -> new Value.Int(balanceMicros))
                .with(LEDGER, "reserved_elsewhere", (at, arguments) -> new Value.Int(0));
    }
}
