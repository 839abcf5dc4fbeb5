package io.omerta.sim.economics.verification;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * Panels of verifiers judge what providers delivered, while some verifiers collude and always lie.
 *
 * @param verifiers how many there are
 * @param panel how many sit on a panel
 * @param selection how they are chosen
 * @param collusion who colludes
 * @param colluding parts of the verifiers that collude, ascending
 * @param error probability that an honest verifier errs
 * @param correlation probability that all honest members of a panel see and err alike
 * @param sessions panels at each colluding part
 */
public record PanelStudy(
        int verifiers,
        int panel,
        Selection selection,
        Collusion collusion,
        List<Double> colluding,
        double error,
        double correlation,
        int sessions)
        implements EconomicStudy {
    /** Who colludes. */
    public enum Collusion {
        /** Any, all alike. */
        RANDOM,

        /** Those with the most trust. */
        MOST_TRUSTED
    }

    /**
     * @throws IllegalArgumentException if a panel needs more verifiers than there are
     */
    public PanelStudy {
        colluding = Settings.ascending("colluding", colluding);
        if (panel > verifiers) {
            throw new IllegalArgumentException(
                    "a panel of " + panel + " needs as many verifiers; there are " + verifiers);
        }
    }

    @Override
    public String type() {
        return "verification-panels";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, sessions, new PanelSessions(this, streams));
    }
}
