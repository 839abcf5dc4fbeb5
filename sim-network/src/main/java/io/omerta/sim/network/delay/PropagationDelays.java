package io.omerta.sim.network.delay;

import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.law.Constant;
import io.omerta.sim.random.law.Empirical;
import io.omerta.sim.random.law.Law;
import io.omerta.sim.random.law.Lognormal;
import io.omerta.sim.random.law.Pareto;
import io.omerta.sim.random.law.QuantileTable;
import io.omerta.sim.random.law.Sampler;
import io.omerta.sim.random.law.SimBlockPareto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * One-way propagation delays between regions, ready to sample. Regions are indices in the preset's order; the methods do
 * not check them.
 *
 * <p>Every sample takes exactly one draw, whatever the law. Smooth laws are drawn from a {@link QuantileTable}, to within
 * its relative error; the queries answer from the law itself. Samples are whole nanoseconds, under SimBlock's law whole
 * milliseconds.
 */
public final class PropagationDelays {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long WHOLE_MILLI_NANOS = 1_000_000;

    /** No delay may reach this, about 146 years: a time plus a delay must not overflow. */
    private static final double LONGEST_NANOS = 0x1.0p62;

    private final int regions;
    private final long stepNanos;
    private final long minimumNanos;

    // By pair, from x regions + to.
    private final Member[] members;
    private final Sampler[] samplers;
    private final double[] stepsPerUnit;

    /** The law of one pair in units of {@code unitMillis}, and what draws it. */
    private record Member(Law law, Sampler sampler, double unitMillis) {}

    private PropagationDelays(NetworkPreset preset, DelayLaw family) {
        regions = preset.regions().size();
        stepNanos = family instanceof DelayLaw.SimBlockPareto ? WHOLE_MILLI_NANOS : 1;
        members = new Member[regions * regions];
        samplers = new Sampler[members.length];
        stepsPerUnit = new double[members.length];
        DoubleFunction<Member> memberOfMean = memberOfMean(family);
        long minimum = Long.MAX_VALUE;
        for (int pair = 0; pair < members.length; pair++) {
            double meanMillis = preset.meanDelayMillis().get(pair / regions).get(pair % regions);
            try {
                members[pair] = checked(memberOfMean, meanMillis);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "preset '" + preset.name() + "', delay from "
                                + preset.regions().get(pair / regions).key() + " to "
                                + preset.regions().get(pair % regions).key() + ": " + e.getMessage(),
                        e);
            }
            samplers[pair] = members[pair].sampler();
            stepsPerUnit[pair] = members[pair].unitMillis() * NANOS_PER_MILLI / stepNanos;
            minimum = Math.min(minimum, nanos(pair, members[pair].law().quantile(0)));
        }
        minimumNanos = minimum;
    }

    /**
     * The delays of a preset under its own law.
     *
     * @throws IllegalArgumentException as {@link #of(NetworkPreset, DelayLaw)}
     */
    public static PropagationDelays of(NetworkPreset preset) {
        return of(preset, preset.delayLaw());
    }

    /**
     * The means of a preset under a law of choice.
     *
     * @throws IllegalArgumentException if the matrix does not fit the regions, or the law does not exist or has no
     *     member with one of the means; the message names the pair by its region keys
     */
    public static PropagationDelays of(NetworkPreset preset, DelayLaw family) {
        requireSquare(preset);
        return new PropagationDelays(preset, family);
    }

    public int regions() {
        return regions;
    }

    /** One delay, in nanoseconds. */
    public long sampleNanos(int fromRegion, int toRegion, RandomStream stream) {
        int pair = fromRegion * regions + toRegion;
        return nanos(pair, samplers[pair].sample(stream));
    }

    /** No sample of any pair is below this: a lookahead for parallel kernels. */
    public long minimumNanos() {
        return minimumNanos;
    }

    /** Mean of the law, in milliseconds; rounding to whole steps is not counted. */
    public double meanMillis(int fromRegion, int toRegion) {
        Member member = member(fromRegion, toRegion);
        return member.law().mean() * member.unitMillis();
    }

    /** The delay in milliseconds that is not exceeded with probability {@code p}. */
    public double quantileMillis(int fromRegion, int toRegion, double p) {
        Member member = member(fromRegion, toRegion);
        return member.law().quantile(p) * member.unitMillis();
    }

    /** The probability of a delay of at most {@code millis}. */
    public double cumulative(int fromRegion, int toRegion, double millis) {
        Member member = member(fromRegion, toRegion);
        return member.law().cumulative(millis / member.unitMillis());
    }

    private Member member(int fromRegion, int toRegion) {
        return members[fromRegion * regions + toRegion];
    }

    private long nanos(int pair, double units) {
        return (long) (units * stepsPerUnit[pair] + 0.5) * stepNanos;
    }

    /** Families that scale with the mean share one law of mean 1 and one table; SimBlock's has one for each mean. */
    private static DoubleFunction<Member> memberOfMean(DelayLaw family) {
        if (family instanceof DelayLaw.SimBlockPareto) {
            Map<Double, Member> known = new LinkedHashMap<>();
            return meanMillis -> known.computeIfAbsent(meanMillis, PropagationDelays::simBlockMember);
        }
        Law unit = unitLaw(family);
        Sampler sampler = unit instanceof Constant || unit instanceof Empirical ? unit : QuantileTable.of(unit);
        return meanMillis -> new Member(unit, sampler, meanMillis);
    }

    private static Member simBlockMember(double meanMillis) {
        // The table is of the smooth law; its samples are rounded afterwards, like all others.
        return new Member(
                new SimBlockPareto(meanMillis, true), QuantileTable.of(new SimBlockPareto(meanMillis, false)), 1);
    }

    private static Law unitLaw(DelayLaw family) {
        if (family instanceof DelayLaw.Constant) {
            return new Constant(1);
        }
        if (family instanceof DelayLaw.Pareto pareto) {
            return Pareto.ofMean(1, pareto.shape());
        }
        if (family instanceof DelayLaw.Lognormal lognormal) {
            return new Lognormal(1, lognormal.coefficientOfVariation());
        }
        Empirical measured = new Empirical(((DelayLaw.Empirical) family).relativeQuantiles());
        if (!(measured.quantile(0) > 0)) {
            throw new IllegalArgumentException("the quantiles of an empirical delay law must be positive, but the first"
                    + " is " + measured.quantile(0));
        }
        return measured.scaledToMean(1);
    }

    private static Member checked(DoubleFunction<Member> memberOfMean, double meanMillis) {
        if (!(meanMillis > 0) || Double.isInfinite(meanMillis)) {
            throw new IllegalArgumentException("the mean must be positive and finite, but is " + meanMillis + " ms");
        }
        Member member = memberOfMean.apply(meanMillis);
        double longest = member.law().upperQuantile(Law.SMALLEST_TAIL) * member.unitMillis() * NANOS_PER_MILLI;
        if (!(longest < LONGEST_NANOS)) {
            throw new IllegalArgumentException("the tail reaches " + longest / NANOS_PER_MILLI
                    + " ms, longer than virtual time lasts; lower the mean or choose a lighter tail");
        }
        return member;
    }

    private static void requireSquare(NetworkPreset preset) {
        int regions = preset.regions().size();
        List<List<Double>> matrix = preset.meanDelayMillis();
        if (matrix.size() != regions) {
            throw new IllegalArgumentException("preset '" + preset.name() + "' has " + regions + " regions, but "
                    + matrix.size() + " rows of mean delays");
        }
        for (int from = 0; from < regions; from++) {
            if (matrix.get(from).size() != regions) {
                throw new IllegalArgumentException("preset '" + preset.name() + "' has " + regions
                        + " regions, but the row of mean delays from "
                        + preset.regions().get(from).key() + " has "
                        + matrix.get(from).size() + " entries");
            }
        }
    }
}
