package io.omerta.sim.economics.trust;

/** How much the word of an identity counts. */
public final class Credibility {
    private Credibility() {}

    /** ln(1 + trust) / ln(1 + reference): 0 without trust, 1 at the reference, more above it. */
    public static double of(double trust, double reference) {
        return trust <= 0 ? 0 : StrictMath.log1p(trust) / StrictMath.log1p(reference);
    }
}
