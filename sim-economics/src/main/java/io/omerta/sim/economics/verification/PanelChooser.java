package io.omerta.sim.economics.verification;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;

/** Chooses panels of verifiers. */
final class PanelChooser {
    private final Selection selection;
    private final double[] trust;
    private final int size;

    /** How often each verifier sat on a panel with another. */
    private final int[] shared;

    /**
     * @param trust of each verifier, at least {@code size} of them and all above 0
     * @param size of a panel
     */
    PanelChooser(Selection selection, double[] trust, int size) {
        this.selection = selection;
        this.trust = trust;
        this.size = size;
        this.shared = new int[trust.length];
    }

    /** The next panel; the array is the caller's. */
    int[] choose(RandomStream stream) {
        return switch (selection) {
            case BEST_SCORE_FORGETTING -> best();
            case BEST_SCORE -> remembered();
            case WEIGHTED_RANDOM -> drawn(trust.clone(), stream);
            case UNIFORM_RANDOM -> {
                double[] alike = new double[trust.length];
                Arrays.fill(alike, 1);
                yield drawn(alike, stream);
            }
        };
    }

    private int[] remembered() {
        int[] panel = best();
        for (int member : panel) {
            shared[member] += size - 1;
        }
        return panel;
    }

    private int[] best() {
        int[] panel = new int[size];
        boolean[] taken = new boolean[trust.length];
        for (int seat = 0; seat < size; seat++) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int verifier = 0; verifier < trust.length; verifier++) {
                double score = trust[verifier] / (1 + shared[verifier]);
                if (!taken[verifier] && score > bestScore) {
                    best = verifier;
                    bestScore = score;
                }
            }
            panel[seat] = best;
            taken[best] = true;
        }
        return panel;
    }

    private int[] drawn(double[] weights, RandomStream stream) {
        int[] panel = new int[size];
        for (int seat = 0; seat < size; seat++) {
            double place = stream.nextDouble() * Arrays.stream(weights).sum();
            int verifier = 0;
            int last = 0;
            for (; verifier < weights.length; verifier++) {
                if (weights[verifier] > 0) {
                    last = verifier;
                    place -= weights[verifier];
                    if (place < 0) {
                        break;
                    }
                }
            }
            panel[seat] = last; // the last with weight, should rounding leave nobody
            weights[last] = 0;
        }
        return panel;
    }
}
