package io.omerta.sim.economics.failure;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            String name = outcome.attack.name();
            String label = ", " + name;
            seen.add(new Observation("profit." + name, "attacker's coins" + label, "", outcome.profit));
            seen.add(new Observation("return." + name, "return beyond honest use" + label, "", outcome.netReturn));
            seen.add(new Observation("harm." + name, "harm to honest parties" + label, "", outcome.harm));
            seen.add(new Observation("trust." + name, "attacker's trust at the end" + label, "", outcome.trust));
            seen.add(new Observation("rejected." + name, "accusations not heard" + label, "", outcome.rejected));
            seen.add(new Observation(
                    "success.published." + name,
                    "success by the rule of its own" + label,
                    "%",
                    outcome.published ? 100 : 0));
            seen.add(new Observation(
                    "success.return." + name,
                    "returns more than honest use" + label,
                    "%",
                    outcome.netReturn > 0 ? 100 : 0));
        }
        return seen;
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
