package io.omerta.sim.economics.verification;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sessions of a {@link PanelStudy}, one bench of verifiers for each colluding part. Of five sessions three are those of a
 * provider that always delivers and two of one that delivers every other time, as in the published demonstration. The trust of
 * verifiers is 1, the least that is allowed, plus an exponential of mean 9: the description gives only the least.
 */
final class PanelSessions implements Rounds.Work {
    private static final double LEAST_TRUST = 1;
    private static final double MORE_TRUST = 9;
    private static final double CORES = 4;
    private static final double HOURS = 1;

    private final PanelStudy study;
    private final RandomStreams streams;
    private final double[] trust;
    private final List<Bench> benches = new ArrayList<>();
    private int sessions;

    private static final class Bench {
        private final boolean[] colludes;
        private final PanelChooser chooser;
        private final int[] votes;
        private final int[] agreed;
        private int captured;
        private int wrong;
        private double honestTrust;
        private double cheatTrust;

        Bench(boolean[] colludes, PanelChooser chooser) {
            this.colludes = colludes;
            this.chooser = chooser;
            votes = new int[colludes.length];
            agreed = new int[colludes.length];
        }

        /** Part of its votes in which a verifier was with the majority; one half for a beginner. */
        double accuracy(int verifier) {
            return votes[verifier] == 0 ? 0.5 : (double) agreed[verifier] / votes[verifier];
        }
    }

    PanelSessions(PanelStudy study, RandomStreams streams) {
        this.study = study;
        this.streams = streams;
        RandomStream drawn = streams.stream("verification.trust");
        trust = new double[study.verifiers()];
        Arrays.setAll(trust, verifier -> LEAST_TRUST + MORE_TRUST * drawn.nextExponential());
        int[] order = order(streams.stream("verification.collusion"));
        for (double part : study.colluding()) {
            boolean[] colludes = new boolean[study.verifiers()];
            for (int i = 0; i < colluding(part); i++) {
                colludes[order[i]] = true;
            }
            benches.add(new Bench(colludes, new PanelChooser(study.selection(), trust, study.panel())));
        }
    }

    private int colluding(double part) {
        return (int) StrictMath.rint(part * study.verifiers());
    }

    /** Who colludes first, second and so on. */
    private int[] order(RandomStream stream) {
        int[] order = IntStream.range(0, study.verifiers()).toArray();
        if (study.collusion() == PanelStudy.Collusion.RANDOM) {
            stream.shuffle(order);
            return order;
        }
        return IntStream.range(0, study.verifiers())
                .boxed()
                .sorted(Comparator.comparingDouble(verifier -> -trust[verifier]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public long round(int session) {
        sessions++;
        boolean honestProvider = session % 5 < 3;
        boolean delivered = honestProvider || (session / 5 + session) % 2 == 0;
        long digest = 0;
        for (Bench bench : benches) {
            int[] panel = bench.chooser.choose(streams.stream("verification.panel", session));
            boolean[] pass = votes(bench, panel, delivered, streams.stream("verification.vote", session));
            digest = 31 * digest + judge(bench, panel, pass, delivered, honestProvider);
        }
        return digest;
    }

    private boolean[] votes(Bench bench, int[] panel, boolean delivered, RandomStream stream) {
        boolean alike = stream.nextBernoulli(study.correlation());
        boolean shared = stream.nextBernoulli(study.error());
        boolean[] pass = new boolean[panel.length];
        for (int seat = 0; seat < panel.length; seat++) {
            boolean own = stream.nextBernoulli(study.error());
            boolean lies = bench.colludes[panel[seat]] || (alike ? shared : own);
            pass[seat] = delivered != lies;
        }
        return pass;
    }

    private int judge(Bench bench, int[] panel, boolean[] pass, boolean delivered, boolean honestProvider) {
        int passes = 0;
        int liars = 0;
        double[] standing = new double[panel.length];
        double[] accuracy = new double[panel.length];
        for (int seat = 0; seat < panel.length; seat++) {
            passes += pass[seat] ? 1 : 0;
            liars += bench.colludes[panel[seat]] ? 1 : 0;
            standing[seat] = trust[panel[seat]];
            accuracy[seat] = bench.accuracy(panel[seat]);
        }
        int fails = panel.length - passes;
        AttestationTrust.Verdict verdict = AttestationTrust.verdict(passes, fails);
        AttestationTrust.Verdict truth = delivered ? AttestationTrust.Verdict.PASS : AttestationTrust.Verdict.FAIL;
        bench.captured += liars >= PanelOdds.majority(panel.length) ? 1 : 0;
        bench.wrong += verdict != truth ? 1 : 0;
        double change = AttestationTrust.change(
                verdict,
                CORES,
                HOURS,
                (double) Math.abs(passes - fails) / panel.length,
                AttestationTrust.panelWeight(standing, accuracy),
                0);
        if (honestProvider) {
            bench.honestTrust = Math.max(0, bench.honestTrust + change);
        } else {
            bench.cheatTrust = Math.max(0, bench.cheatTrust + change);
        }
        for (int seat = 0; seat < panel.length; seat++) {
            bench.votes[panel[seat]]++;
            bench.agreed[panel[seat]] += pass[seat] == passes > fails ? 1 : 0;
        }
        return passes;
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < benches.size(); i++) {
            Bench bench = benches.get(i);
            String part = Settings.text(study.colluding().get(i));
            String label = ", colluding part " + part;
            seen.add(new Observation(
                    "panel.captured." + part, "panels captured" + label, "%", 100.0 * bench.captured / sessions));
            seen.add(new Observation(
                    "panel.wrong." + part, "panels that are wrong" + label, "%", 100.0 * bench.wrong / sessions));
            seen.add(new Observation(
                    "verifiers.used." + part,
                    "verifiers ever chosen" + label,
                    "",
                    Arrays.stream(bench.votes).filter(votes -> votes > 0).count()));
            seen.add(new Observation(
                    "trust.honest." + part, "trust of the honest provider" + label, "", bench.honestTrust));
            seen.add(new Observation(
                    "trust.cheat." + part, "trust of the cheating provider" + label, "", bench.cheatTrust));
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        double[] at = Settings.array(study.colluding());
        return List.of(new CurvePanel(
                "capture",
                "Panels that colluding verifiers decide",
                "Part of all panels, by the part of the verifiers that collude.",
                Chart.Axis.linear("colluding part", ""),
                Chart.Axis.linear("part of panels", ""),
                at,
                List.of(
                        new CurvePanel.Curve(
                                "captured",
                                benches.stream()
                                        .mapToDouble(bench -> (double) bench.captured / sessions)
                                        .toArray(),
                                false),
                        new CurvePanel.Curve(
                                "wrong",
                                benches.stream()
                                        .mapToDouble(bench -> (double) bench.wrong / sessions)
                                        .toArray(),
                                false),
                        new CurvePanel.Curve(
                                "captured, all verifiers alike (exact)",
                                Arrays.stream(at)
                                        .map(part ->
                                                PanelOdds.captured(study.verifiers(), colluding(part), study.panel()))
                                        .toArray(),
                                true)),
                0,
                1,
                false));
    }
}
