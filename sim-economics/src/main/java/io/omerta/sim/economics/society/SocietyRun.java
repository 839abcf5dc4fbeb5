package io.omerta.sim.economics.society;

import io.omerta.sim.economics.measure.Inequality;
import io.omerta.sim.economics.policy.BoundedController;
import io.omerta.sim.economics.policy.Controller;
import io.omerta.sim.economics.policy.Council;
import io.omerta.sim.economics.policy.Indicators;
import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PolicyRules;
import io.omerta.sim.economics.policy.PublishedController;
import io.omerta.sim.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A society that lives under its script and its policy, and the record of its days. */
final class SocietyRun {
    private final Script script;
    private final Society society;
    private final SocietyHistory history;
    private final @Nullable Council council;
    private final @Nullable Controller controller;
    private Indicators today = new Indicators(Double.NaN, 0, 0, 0);
    private @Nullable String imbalance;

    SocietyRun(SocietyStudy study, RandomStreams streams, boolean attackersServe) {
        this.script = study.script();
        this.society = new Society(streams, study.rules(), study.levers(), attackersServe);
        this.history = new SocietyHistory(study.days());
        this.council = study.rules().governance() == EconomyRules.Governance.VOTE ? new Council(society::vote) : null;
        this.controller = study.policy() == null ? null : controller(study, study.policy(), council);
    }

    private static Controller controller(SocietyStudy study, PolicyRules policy, @Nullable Council council) {
        EconomyRules rules = study.rules();
        return switch (rules.levers()) {
            case INERT -> new PublishedController(policy, study.levers());
            case WIRED -> new BoundedController(
                    policy, study.levers(), rules.transferBurn().sign(), council);
        };
    }

    void begin() {
        script.begin(society);
        society.open();
    }

    void day(int day) {
        script.day(society, day);
        society.solve();
        today = indicators();
        if (controller != null) {
            controller.observe(day, today);
            society.applyLevers(controller.levers());
        }
        history.record(day, society, today, controller == null ? Levers.PUBLISHED : controller.levers());
        society.nextDay();
        String wrong = society.coins().imbalance();
        if (wrong != null && imbalance == null) {
            imbalance = "on day " + day + ", " + wrong;
        }
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

    List<Role> roles() {
        return script.roles();
    }

    Society society() {
        return society;
    }

    SocietyHistory history() {
        return history;
    }

    Indicators today() {
        return today;
    }

    @Nullable
    Controller controller() {
        return controller;
    }

    @Nullable
    Council council() {
        return council;
    }

    /** What did not balance first, or null. */
    @Nullable
    String imbalance() {
        return imbalance;
    }
}
