package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The races of a {@link RaceStudy}, one after the other: the next begins when nothing of the last is under way. */
final class RaceModel implements ReplicationModel {
    private static final double JITTER_LEAST = 0.8;
    private static final double JITTER_MOST = 1.2;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int BOTH = FIRST | SECOND;

    private final RaceStudy study;
    private final EventKernel kernel;
    private final RandomStreams streams;
    private final int paymentType;
    private final int decisionType;
    private final int questionType;
    private final int answerType;

    private int trial;
    private int underWay;
    private PeerGraph graph;
    private RandomStream delays;
    private final int[] known;
    private final int[] victims = new int[2];
    private boolean[] held = new boolean[0];

    /** {@code [victim][wait]}. */
    private final boolean[][] silent;

    private final int[][] confirming;
    private final int[][] objecting;
    private final int[] bothSilent;
    private final int[] bothConfirmed;

    RaceModel(RaceStudy study, EventKernel kernel, RandomStreams streams) {
        this.study = study;
        this.kernel = kernel;
        this.streams = streams;
        int waits = study.waitsMillis().size();
        known = new int[study.nodes()];
        silent = new boolean[2][waits];
        confirming = new int[2][waits];
        objecting = new int[2][waits];
        bothSilent = new int[waits];
        bothConfirmed = new int[waits];
        graph = PeerGraph.erdosRenyi(0, 0, streams.stream("doublespend.race.graph"));
        delays = streams.stream("doublespend.race.delay");
        paymentType = kernel.eventType(
                "payment", (target, source, payment, unused, none, body) -> received(target, (int) payment));
        decisionType = kernel.eventType(
                "decision", (target, source, victim, wait, none, body) -> decide((int) victim, (int) wait));
        questionType = kernel.eventType(
                "question", (target, source, victim, wait, link, body) -> asked(target, victim, wait, (int) link));
        answerType = kernel.eventType(
                "answer", (target, source, victim, wait, word, body) -> answered((int) victim, (int) wait, (int) word));
    }

    @Override
    public void start() {
        race();
    }

    private void race() {
        graph = PeerGraph.erdosRenyi(
                study.nodes(), study.connectivity(), streams.stream("doublespend.race.graph", trial));
        delays = streams.stream("doublespend.race.delay", trial);
        RandomStream choices = streams.stream("doublespend.race.victims", trial);
        Arrays.fill(known, 0);
        for (int victim = 0; victim < 2; victim++) {
            Arrays.fill(silent[victim], false);
            Arrays.fill(confirming[victim], 0);
            Arrays.fill(objecting[victim], 0);
        }
        victims[0] = choices.nextInt(study.nodes());
        int other = choices.nextInt(study.nodes() - 1);
        victims[1] = other >= victims[0] ? other + 1 : other;
        eclipse(streams.stream("doublespend.race.eclipse", trial));
        for (int victim = 0; victim < 2; victim++) {
            schedule(kernel.now(), paymentType, victims[victim], victim == 0 ? FIRST : SECOND, 0, 0);
            for (int wait = 0; wait < bothSilent.length; wait++) {
                long after = (long) (study.waitsMillis().get(wait) * 1e6);
                schedule(kernel.now() + after, decisionType, victims[victim], victim, wait, 0);
            }
        }
    }

    /** Draws which links of the victims the attacker holds, one number for each link so that graphs stay comparable. */
    private void eclipse(RandomStream stream) {
        held = new boolean[graph.links()];
        for (int node = 0; node < graph.nodes(); node++) {
            for (int link = graph.firstLink(node); link < graph.firstLink(node + 1); link++) {
                boolean drawn = stream.nextBernoulli(study.eclipsed());
                held[link] = drawn && (node == victims[0] || node == victims[1]);
            }
        }
    }

    private void schedule(long at, int type, int target, long a, long b, long c) {
        underWay++;
        kernel.schedule(at, target, type, target, a, b, c, null);
    }

    /** Ends what an event does; after the last event of a race the next race begins. */
    private void done() {
        underWay--;
        if (underWay > 0) {
            return;
        }
        judge();
        trial++;
        if (trial < study.trials()) {
            race();
        }
    }

    /** Sends a message unless it is lost. */
    private void send(int from, int to, int type, long a, long b, long c) {
        boolean lost = delays.nextBernoulli(study.loss());
        double mean = from % study.regions() == to % study.regions() ? study.withinSeconds() : study.betweenSeconds();
        double seconds = mean * (JITTER_LEAST + (JITTER_MOST - JITTER_LEAST) * delays.nextDouble());
        if (!lost) {
            schedule(kernel.now() + (long) (seconds * 1e9), type, to, a, b, c);
        }
    }

    private void received(int node, int payment) {
        boolean conflicts = (known[node] | payment) == BOTH;
        if ((known[node] & payment) == 0) {
            known[node] |= payment;
            if (!conflicts || study.relay() == RaceStudy.Relay.BOTH) {
                for (int link = graph.firstLink(node); link < graph.firstLink(node + 1); link++) {
                    if (!held[link] && !held[back(node, link)]) {
                        send(node, graph.end(link), paymentType, payment, 0, 0);
                    }
                }
            }
        }
        done();
    }

    /** The link in the other direction. */
    private int back(int node, int link) {
        int peer = graph.end(link);
        int back = graph.firstLink(peer);
        while (graph.end(back) != node) {
            back++;
        }
        return back;
    }

    private void decide(int victim, int wait) {
        int node = victims[victim];
        silent[victim][wait] = known[node] != BOTH;
        if (silent[victim][wait]) {
            for (int link = graph.firstLink(node); link < graph.firstLink(node + 1); link++) {
                send(node, graph.end(link), questionType, victim, wait, link);
            }
        }
        done();
    }

    private void asked(int node, long victim, long wait, int link) {
        int word = held[link] ? known[victims[(int) victim]] & ownPayment((int) victim) : known[node];
        send(node, victims[(int) victim], answerType, victim, wait, word);
        done();
    }

    private static int ownPayment(int victim) {
        return victim == 0 ? FIRST : SECOND;
    }

    private void answered(int victim, int wait, int word) {
        if (word == ownPayment(victim)) {
            confirming[victim][wait]++;
        } else if (word != 0) {
            objecting[victim][wait]++;
        }
        done();
    }

    private void judge() {
        for (int wait = 0; wait < bothSilent.length; wait++) {
            if (silent[0][wait] && silent[1][wait]) {
                bothSilent[wait]++;
                bothConfirmed[wait] += confirmed(0, wait) && confirmed(1, wait) ? 1 : 0;
            }
        }
    }

    private boolean confirmed(int victim, int wait) {
        return objecting[victim][wait] == 0
                && confirming[victim][wait] > 0 // a victim without peers has nobody to rely on
                && confirming[victim][wait] >= study.confirmations() * graph.degree(victims[victim]);
    }

    @Override
    public boolean finished() {
        return trial == study.trials();
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (int wait = 0; wait < bothSilent.length; wait++) {
            String at = Settings.text(study.waitsMillis().get(wait));
            seen.add(new Observation(
                    "accepted.waiting." + at,
                    "both victims accept, waiting " + at + " ms",
                    "%",
                    100.0 * bothSilent[wait] / trial));
            seen.add(new Observation(
                    "accepted.asking." + at,
                    "both victims accept, waiting " + at + " ms and asking peers",
                    "%",
                    100.0 * bothConfirmed[wait] / trial));
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        return List.of(new CurvePanel(
                "acceptance",
                "Double spends that both victims accept",
                "Part of all races, by how long the victims wait after their payment came.",
                Chart.Axis.linear("wait", "ms"),
                Chart.Axis.linear("part of races", ""),
                Settings.array(study.waitsMillis()),
                List.of(curve("waiting only", bothSilent), curve("waiting, then asking peers", bothConfirmed)),
                0,
                1,
                false));
    }

    private CurvePanel.Curve curve(String name, int[] counts) {
        return new CurvePanel.Curve(
                name,
                Arrays.stream(counts)
                        .mapToDouble(count -> (double) count / trial)
                        .toArray(),
                false);
    }
}
