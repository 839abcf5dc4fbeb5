package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.PeerId;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * No honest witness promises more of a consumer's funds, with all that it holds already, than the consumer was given (S6). A
 * quorum may bind a witness that has refused: that is no promise of its own.
 */
public final class ReservationLimit implements SessionCheck {
    private final ToLongFunction<PeerId> incomes;
    private final long epochMillis;
    private final WitnessHoldings holdings = new WitnessHoldings();
    private final Findings findings = new Findings();

    /**
     * @param incomes micro-credits that a peer was ever given
     * @param epochMillis what clocks show at virtual time 0
     */
    public ReservationLimit(ToLongFunction<PeerId> incomes, long epochMillis) {
        this.incomes = incomes;
        this.epochMillis = epochMillis;
    }

    @Override
    public String id() {
        return "reservation-limit";
    }

    @Override
    public String statement() {
        return "no honest witness promises more of a consumer's funds than the consumer has";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void signed(SignedBlock block) {
        holdings.observe(block);
        if (block.block().type().equals("WITNESS_RESERVATION")
                && block.block().body().get("consumer") instanceof PeerId consumer) {
            long nowMillis = epochMillis + TimeUnit.NANOSECONDS.toMillis(block.timeNanos());
            long held = holdings.micros(block.node(), consumer, nowMillis);
            long income = incomes.applyAsLong(consumer);
            findings.expect(
                    held <= income,
                    block.timeNanos(),
                    () -> block + " makes it hold " + held + " of " + income + " micro-credits of " + consumer);
        }
    }
}
