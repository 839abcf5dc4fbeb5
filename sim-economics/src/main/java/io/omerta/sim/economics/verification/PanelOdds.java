package io.omerta.sim.economics.verification;

/** Chances of a panel that decides by majority. */
final class PanelOdds {
    private PanelOdds() {}

    /** How many make a majority. */
    static int majority(int panel) {
        return panel / 2 + 1;
    }

    /** That a majority errs, if each errs by itself with the same probability: a binomial tail. */
    static double wrong(int panel, double error) {
        double sum = 0;
        for (int wrong = majority(panel); wrong <= panel; wrong++) {
            sum += choose(panel, wrong) * StrictMath.pow(error, wrong) * StrictMath.pow(1 - error, panel - wrong);
        }
        return sum;
    }

    /**
     * That colluding verifiers hold a majority of a panel drawn without replacement, all draws equally likely: a
     * hypergeometric tail.
     */
    static double captured(int verifiers, int colluding, int panel) {
        double sum = 0;
        for (int bad = majority(panel); bad <= Math.min(panel, colluding); bad++) {
            if (panel - bad <= verifiers - colluding) {
                sum += choose(colluding, bad) * choose(verifiers - colluding, panel - bad);
            }
        }
        return sum / choose(verifiers, panel);
    }

    private static double choose(int of, int taken) {
        double product = 1;
        for (int i = 1; i <= taken; i++) {
            product *= (double) (of - taken + i) / i;
        }
        return product;
    }
}
