package io.omerta.sim.economics.society;

import io.omerta.sim.economics.society.SocietyStudy.Against;
import io.omerta.sim.economics.study.StepLoop;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One replication of a {@link SocietyStudy}. */
final class SocietyModel implements ReplicationModel {
    private final SocietyStudy study;
    private final SocietyRun run;
    private final @Nullable SocietyRun control;
    private final StepLoop days;

    SocietyModel(SocietyStudy study, EventKernel kernel, RandomStreams streams) {
        this.study = study;
        this.run = new SocietyRun(study, streams, false);
        this.control = study.against() == Against.NOTHING
                ? null
                : new SocietyRun(
                        study.control(),
                        new RandomStreams(streams.seed()), // common random numbers
                        study.against() == Against.HONEST_USE);
        this.days = StepLoop.days(kernel, study.days(), this::day);
    }

    @Override
    public void start() {
        run.begin();
        if (control != null) {
            control.begin();
        }
        days.start();
    }

    private long day(int day) {
        run.day(day);
        if (control != null) {
            control.day(day);
        }
        return Double.doubleToRawLongBits(run.today().meanTrust());
    }

    /** Once coins are lost or made up there is no point in going on. */
    @Override
    public boolean finished() {
        return days.finished() || run.imbalance() != null;
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>(SocietyObservations.of(run));
        if (control != null) {
            seen.addAll(
                    study.against() == Against.NO_POLICY
                            ? Comparison.withoutPolicy(run, control)
                            : Comparison.withHonestUse(run, control));
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        return SocietyPanels.of(run.history(), run.society());
    }

    @Override
    public List<ReplicationFindings.Check> checks() {
        if (study.rules().coins() == EconomyRules.Coinage.OPEN) {
            return List.of();
        }
        String wrong = run.imbalance();
        return List.of(new ReplicationFindings.Check(
                "coins-are-conserved",
                "what was minted and not burnt is what all hold, every day",
                wrong == null,
                wrong == null ? "the accounts balance on all " + days.completed() + " days" : wrong));
    }
}
