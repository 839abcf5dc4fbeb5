package io.omerta.sim.economics.rotation;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rotation of a {@link RotationStudy}. Identity 0 is rich; it has trust 500, of which scrutiny leaves a fifth. A puppet
 * gains half a unit of trust for each coin it spends on being active, and then owns nothing.
 *
 * <p>With one puppet, built up for 18 months at 50 coins, half the wealth moves there and at most 10 000 come back. With
 * several, each built up for 12 months at 30 coins, a quarter moves to each, and 1 000 then go round among them.
 */
final class Rotation implements Rounds.Work {
    private static final double WEALTH = 100_000;
    private static final double TRUST = 500;
    private static final double SCRUTINY = 0.8;
    private static final double TRUST_FOR_A_COIN = 0.5;
    private static final double EVADED_FROM = 150;
    private static final double BACK = 10_000;
    private static final double ROUND = 1_000;

    private final RotationStudy study;
    private final Wallets wallets;
    private final double built;
    private double delivered;

    Rotation(RotationStudy study) {
        this.study = study;
        built = TRUST_FOR_A_COIN * (study.puppets() == 1 ? 18 * 50 : 12 * 30);
        double[] balance = new double[1 + study.puppets()];
        double[] trust = new double[1 + study.puppets()];
        Arrays.fill(trust, built);
        balance[0] = WEALTH;
        trust[0] = TRUST * (1 - SCRUTINY);
        wallets = new Wallets(
                TransferRules.of(study.amountBasis(), study.inheritance()), study.windowDays(), balance, trust);
    }

    @Override
    public long round(int round) {
        int puppets = study.puppets();
        for (int puppet = 1; puppet <= puppets; puppet++) {
            move(puppet, WEALTH / (puppets == 1 ? 2 : puppets + 1));
        }
        delivered =
                IntStream.rangeClosed(1, puppets).mapToDouble(wallets::balance).sum();
        if (puppets == 1) {
            wallets.transfer(1, 0, BACK);
        } else {
            for (int puppet = 1; puppet <= puppets; puppet++) {
                wallets.transfer(puppet, puppet % puppets + 1, ROUND);
            }
        }
        return Double.doubleToRawLongBits(wallets.wealth());
    }

    private void move(int puppet, double amount) {
        for (int i = 1; i <= study.split(); i++) {
            wallets.transfer(0, puppet, amount / study.split());
            if (i % study.transfersPerDay() == 0) {
                wallets.nextDay();
            }
        }
    }

    private double bestTrust() {
        return IntStream.rangeClosed(1, study.puppets())
                .mapToDouble(wallets::trust)
                .max()
                .orElseThrow();
    }

    @Override
    public List<Observation> observations() {
        double wealth = wallets.wealth();
        return List.of(
                new Observation("wealth.preserved", "wealth preserved", "", wealth),
                new Observation("wealth.burnt", "wealth burnt", "%", 100 * (1 - wealth / WEALTH)),
                new Observation("wealth.delivered", "coins that reach the puppets", "", delivered),
                new Observation("trust.before", "trust of a puppet before", "", built),
                new Observation("trust.after", "trust of the best puppet after", "", bestTrust()),
                new Observation("circular", "circular part of all transfers", "", wallets.circularRatio()),
                new Observation("evaded", "evades its past", "%", bestTrust() > EVADED_FROM ? 100 : 0));
    }

    @Override
    public List<Panel> panels() {
        return List.of(new CountPanel(
                "wealth",
                "Where the wealth ends",
                "Coins out of 100 000.",
                "coins",
                Chart.Axis.linear("coins", ""),
                List.of("kept by the old identity", "with puppets", "burnt"),
                "coins",
                new double[] {wallets.balance(0), wallets.wealth() - wallets.balance(0), WEALTH - wallets.wealth()}));
    }
}
