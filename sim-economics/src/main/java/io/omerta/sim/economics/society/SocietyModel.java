package io.omerta.sim.economics.society;

import io.omerta.sim.economics.measure.Inequality;
import io.omerta.sim.economics.money.OpenCoins;
import io.omerta.sim.economics.policy.Indicators;
import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PublishedController;
import io.omerta.sim.economics.study.DayLoop;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.economics.trust.MutualPairs;
import io.omerta.sim.economics.trust.TrustParameters;
import io.omerta.sim.economics.trust.TrustRecord;
import io.omerta.sim.economics.trust.TrustSolver;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One replication of a {@link SocietyStudy}. */
final class SocietyModel implements ReplicationModel {
    private static final double MINT_PER_DAY = 100;

    private final Script script;
    private final Society society;
    private final DayLoop days;
    private final @Nullable PublishedController controller;
    private Indicators today = new Indicators(Double.NaN, 0, 0, 0);

    SocietyModel(SocietyStudy study, EventKernel kernel, RandomStreams streams) {
        TrustParameters parameters = TrustParameters.PUBLISHED;
        this.script = study.script();
        this.society = new Society(
                streams,
                new TrustRecord(parameters),
                new MutualPairs(),
                new TrustSolver(parameters, AgeRule.ADDS),
                new OpenCoins(MINT_PER_DAY),
                Levers.PUBLISHED);
        this.controller = study.policy() == null ? null : new PublishedController(study.policy(), Levers.PUBLISHED);
        this.days = new DayLoop(kernel, study.days(), this::day);
    }

    @Override
    public void start() {
        script.begin(society);
        days.start();
    }

    private long day(int day) {
        script.day(society, day);
        society.solve();
        today = indicators();
        if (controller != null) {
            controller.observe(day, today);
            society.applyLevers(controller.levers());
        }
        society.nextDay();
        return Double.doubleToRawLongBits(today.meanTrust());
    }

    private Indicators indicators() {
        int size = society.size();
        return new Indicators(
                Inequality.gini(IntStream.range(0, size)
                        .mapToDouble(society::trust)
                        .filter(trust -> trust > 0)
                        .toArray()),
                society.verified() == 0 ? 0 : (double) society.failed() / society.verified(),
                (double) IntStream.range(0, size).filter(society::isSuspected).count() / size,
                IntStream.range(0, size).mapToDouble(society::trust).average().orElse(Double.NaN));
    }

    @Override
    public boolean finished() {
        return days.finished();
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        seen.add(new Observation("trust.gini", "Gini of trust, last day", "", today.gini()));
        seen.add(new Observation("trust.mean", "mean trust, last day", "", today.meanTrust()));
        seen.add(new Observation(
                "cluster.prevalence", "part in suspected clusters, last day", "", today.clusterPrevalence()));
        for (Role role : Role.values()) {
            List<Integer> members = society.members(role);
            if (!members.isEmpty()) {
                seen.add(new Observation(
                        "trust.mean." + role.name().toLowerCase(Locale.ROOT),
                        "mean trust of " + role.plural() + ", last day",
                        "",
                        members.stream().mapToDouble(society::trust).average().orElse(Double.NaN)));
                seen.add(new Observation(
                        "minted." + role.name().toLowerCase(Locale.ROOT),
                        "part of the mint for " + role.plural(),
                        "",
                        members.stream().mapToDouble(society.coins()::minted).sum()
                                / (MINT_PER_DAY * days.completed())));
            }
        }
        if (controller != null) {
            seen.add(new Observation("policy.changes", "changes of policy", "", controller.changes()));
            seen.add(new Observation(
                    "policy.payment_k",
                    "final k of payments",
                    "",
                    controller.levers().paymentK()));
            seen.add(new Observation(
                    "policy.transfer_k",
                    "final k of transfers",
                    "",
                    controller.levers().transferK()));
            seen.add(new Observation(
                    "policy.isolation",
                    "final isolation threshold",
                    "",
                    controller.levers().isolationThreshold()));
            seen.add(new Observation(
                    "policy.floor_day",
                    "day on which k of payments is at its floor",
                    "",
                    controller.paymentKAtFloorSince() < 0 ? Double.NaN : controller.paymentKAtFloorSince()));
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        return List.of();
    }
}
