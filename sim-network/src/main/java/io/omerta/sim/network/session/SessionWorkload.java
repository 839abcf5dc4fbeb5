package io.omerta.sim.network.session;

import io.omerta.protocol.host.Input;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.host.HostListener;
import io.omerta.sim.network.host.SimHost;
import io.omerta.sim.network.host.SimHostOptions;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.session.check.AuthorizedLock;
import io.omerta.sim.network.session.check.Conservation;
import io.omerta.sim.network.session.check.DeclaredProperties;
import io.omerta.sim.network.session.check.EndsInTime;
import io.omerta.sim.network.session.check.EscrowFreed;
import io.omerta.sim.network.session.check.NoHonestCondemned;
import io.omerta.sim.network.session.check.OneResult;
import io.omerta.sim.network.session.check.ReservationLimit;
import io.omerta.sim.network.session.check.SessionBounds;
import io.omerta.sim.network.session.check.SessionCheck;
import io.omerta.sim.network.session.check.SettledOnce;
import io.omerta.sim.network.session.check.StepsHold;
import io.omerta.sim.network.workload.SessionsSpec;
import io.omerta.sim.network.workload.Workload;
import io.omerta.sim.network.workload.WorkloadSpec;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sessions of the protocol: the machines that a live node runs, on every node, over the network model. Whatever happens to
 * them is checked after every event.
 */
public final class SessionWorkload implements Workload {
    private static final long EPOCH_NANOS = TimeUnit.MILLISECONDS.toNanos(SessionPopulation.EPOCH_MILLIS);

    /** Bytes of a datagram beside the envelope: IP, UDP, and the transport's own sequence and tag. */
    private static final int HEADER_BYTES = 60;

    private final SessionsSpec spec;
    private final EventKernel kernel;
    private final NodePopulation nodes;
    private final SessionPopulation population;
    private final SessionMarks marks = new SessionMarks();
    private final SessionOwners owners;
    private final SessionWatch watch;
    private final List<SessionCheck> checks;
    private final SimHost host;
    private final int arrival;
    private final int lock;
    private final RandomStream stream;
    private int left;
    private long unaffordable;
    private boolean ended;

    /** @param nodesMayRestart whether any node may need its journal */
    public SessionWorkload(SessionsSpec spec, Network network, RandomStreams streams, boolean nodesMayRestart) {
        this.spec = spec;
        this.kernel = network.kernel();
        this.nodes = network.population();
        this.population = new SessionPopulation(spec, nodes, streams);
        this.owners = new SessionOwners(spec, population, marks, (node, command, delayNanos) -> {
            Input.Command input = command.toInput();
            command(node, input, kernel.now() + delayNanos);
        });
        this.checks = properties();
        this.watch = new SessionWatch(population, checks, marks, owners, kernel::now);
        network.addLifecycle(watch);
        SimHostOptions defaults = SimHostOptions.DEFAULT;
        this.host = new SimHost(
                network,
                "protocol",
                new SessionNodes(population, spec.protocol(), watch),
                new SimHostOptions(defaults.limits(), HEADER_BYTES, 0, EPOCH_NANOS, nodesMayRestart),
                HostListener.NONE);
        this.arrival = kernel.eventType("sessions: arrival", (target, source, a, b, c, body) -> arrive());
        this.lock = kernel.eventType(
                "sessions: lock",
                (consumer, source, provider, amount, c, body) -> owners.lock(consumer, (int) provider, amount));
        this.stream = streams.stream("sessions.arrivals");
    }

    private void command(int node, Input.Command input, long timeNanos) {
        host.command(node, input.name(), input.argument(), timeNanos);
    }

    private List<SessionCheck> properties() {
        Identities identities = population.identities();
        SessionBounds bounds = new SessionBounds(spec.protocol().transactions());
        return List.of(
                new Conservation(population::incomeMicros),
                new SettledOnce(),
                new OneResult(),
                new AuthorizedLock(spec.protocol().escrow(), identities.hasher(), identities.verifier()),
                new ReservationLimit(population::incomeMicros, SessionPopulation.EPOCH_MILLIS),
                new NoHonestCondemned(),
                new StepsHold(),
                new EndsInTime(bounds),
                new EscrowFreed(bounds, SessionPopulation.EPOCH_MILLIS),
                new DeclaredProperties(
                        spec.protocol().transactions(),
                        identities.hasher(),
                        identities.verifier(),
                        spec.checkedOneIn()));
    }

    @Override
    public void start() {
        host.start();
        for (SessionsSpec.Lock action : spec.locks()) {
            kernel.schedule(
                    action.atNanos(),
                    0,
                    lock,
                    nodes.indexOf(action.consumer()),
                    nodes.indexOf(action.provider()),
                    action.amountMicros(),
                    0,
                    null);
        }
        if (spec.arrivals().sessions() > 0) {
            scheduleArrival(spec.arrivals().sessions());
        }
    }

    private void scheduleArrival(int sessionsLeft) {
        left = sessionsLeft;
        SessionsSpec.Arrivals arrivals = spec.arrivals();
        long gapNanos = arrivals.law() == WorkloadSpec.Arrivals.POISSON
                ? (long) (stream.nextExponential() * arrivals.intervalNanos())
                : arrivals.intervalNanos();
        kernel.schedule(kernel.now() + gapNanos, 0, arrival, 0, 0, 0, 0, null);
    }

    private void arrive() {
        int[] consumers = population.consumers();
        int consumer = consumers[stream.nextInt(consumers.length)];
        List<Integer> providers = population.providersOf(consumer);
        int choice = stream.nextInt(Math.max(1, providers.size()));
        if (providers.isEmpty() || !owners.canAfford(consumer, spec.arrivals().amountMicros())) {
            unaffordable++;
        } else {
            owners.lock(consumer, providers.get(choice), spec.arrivals().amountMicros());
        }
        if (left > 1) {
            scheduleArrival(left - 1);
        }
    }

    /** Ends with the last timer, or at the duration of the run. */
    @Override
    public boolean finished() {
        return false;
    }

    @Override
    public List<Observation> observations() {
        end();
        List<Observation> observations = new ArrayList<>(marks.observations());
        observations.add(new Observation(
                "sessions.unaffordable", "sessions that a consumer could not afford to begin", "", unaffordable));
        for (SessionCheck check : checks) {
            observations.add(new Observation(
                    "violations." + check.id(),
                    "violations of " + check.id(),
                    "",
                    check.findings().violations()));
        }
        return observations;
    }

    private void end() {
        if (!ended) {
            ended = true;
            watch.end();
        }
    }

    @Override
    public List<Panel> panels() {
        return List.of();
    }

    @Override
    public List<Check> checks() {
        end();
        return checks.stream()
                .map(check -> new Check(
                        check.id(),
                        check.statement(),
                        check.findings().violations() == 0,
                        check.findings().toString()))
                .toList();
    }
}
