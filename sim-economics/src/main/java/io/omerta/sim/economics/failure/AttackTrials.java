package io.omerta.sim.economics.failure;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Each attack of a {@link FailureStudy} in turn, and its control: the same machine, used honestly for as long. */
final class AttackTrials implements Rounds.Work {
    private final FailureStudy study;
    private final RandomStreams streams;
    private final List<Outcome> outcomes = new ArrayList<>();

    /**
     * @param profit coins of the attacker
     * @param netReturn its coins beyond those that honest use brings
     * @param harm what honest consumers paid for in vain and honest providers did not earn, beyond the control
     */
    private record Outcome(
            Attack attack,
            double profit,
            double netReturn,
            double harm,
            double trust,
            int rejected,
            boolean published) {}

    AttackTrials(FailureStudy study, RandomStreams streams) {
        this.study = study;
        this.streams = streams;
    }

    @Override
    public long round(int round) {
        Attack attack = study.attacks().get(round);
        Market attacked = run(attack, true);
        Market honest = run(attack, false);
        Outcome outcome = new Outcome(
                attack,
                attacked.attackerCoins(),
                attacked.attackerCoins() - honest.attackerCoins(),
                attacked.consumerLoss() - honest.consumerLoss() + honest.providerCoins() - attacked.providerCoins(),
                attacked.trust(attacked.attacker()),
                attacked.rejected(),
                attack.published(attacked));
        outcomes.add(outcome);
        return Double.doubleToRawLongBits(outcome.netReturn + outcome.harm);
    }

    private Market run(Attack attack, boolean hostile) {
        Market market = new Market(streams, study.ageRule(), attack.days());
        attack.begin(market);
        for (int day = 0; day < attack.days(); day++) {
            for (int i = 0; i < market.providers(); i++) {
                market.sellHonestly(market.provider(i));
            }
            if (hostile) {
                attack.day(market, day);
            } else {
                market.sellHonestly(market.attacker());
            }
            market.endDay(day);
        }
        return market;
    }

    /** One value for each attack, NaN for those that were not run yet: metrics are known by name before anything runs. */
    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        observe(seen, "profit", "attacker's coins", "", Outcome::profit);
        observe(seen, "return", "return beyond honest use", "", Outcome::netReturn);
        observe(seen, "harm", "harm to honest parties", "", Outcome::harm);
        observe(seen, "trust", "attacker's trust at the end", "", Outcome::trust);
        observe(seen, "rejected", "accusations not heard", "", Outcome::rejected);
        observe(
                seen,
                "success.published",
                "success by the rule of its own",
                "%",
                outcome -> outcome.published ? 100 : 0);
        observe(
                seen,
                "success.return",
                "returns more than honest use",
                "%",
                outcome -> outcome.netReturn > 0 ? 100 : 0);
        return seen;
    }

    private void observe(
            List<Observation> seen, String name, String label, String unit, ToDoubleFunction<Outcome> value) {
        for (int i = 0; i < study.attacks().size(); i++) {
            String attack = study.attacks().get(i).name();
            seen.add(new Observation(
                    name + "." + attack,
                    label + ", " + attack,
                    unit,
                    i < outcomes.size() ? value.applyAsDouble(outcomes.get(i)) : Double.NaN));
        }
    }

    @Override
    public List<Panel> panels() {
        return List.of(
                bars(
                        "harm",
                        "What honest parties lose to each attack",
                        "harm",
                        outcomes.stream().mapToDouble(Outcome::harm).toArray()),
                bars(
                        "success",
                        "Attacks that return more than honest use",
                        "part of replications",
                        outcomes.stream()
                                .mapToDouble(outcome -> outcome.netReturn > 0 ? 1 : 0)
                                .toArray()));
    }

    private Panel bars(String id, String title, String label, double[] values) {
        return new CountPanel(
                id,
                title,
                "Beside honest use of the same machine for as long, with the same luck.",
                "attack",
                Chart.Axis.linear(label, ""),
                outcomes.stream().map(outcome -> outcome.attack.name()).toList(),
                label,
                values);
    }
}
