package io.omerta.sim.network;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.fault.Conditions;
import io.omerta.sim.network.fault.NodeControl;
import java.util.BitSet;

/** Lets faults act on the nodes, links and messages of a network. */
final class FaultControl implements NodeControl {
    private final EventKernel kernel;
    private final Conditions conditions;
    private final NodeStates states;
    private final Links links;
    private final InFlightDropper dropper;

    /** Drops messages on their way. */
    @FunctionalInterface
    interface InFlightDropper {
        void drop(PathTest test, DropReason reason);
    }

    FaultControl(EventKernel kernel, Conditions conditions, NodeStates states, Links links, InFlightDropper dropper) {
        this.kernel = kernel;
        this.conditions = conditions;
        this.states = states;
        this.links = links;
        this.dropper = dropper;
    }

    @Override
    public void crash(int node, boolean durableStateLost) {
        states.crash(node, durableStateLost);
    }

    @Override
    public void restart(int node) {
        states.restart(node);
    }

    @Override
    public void pause(int node) {
        states.pause(node);
    }

    @Override
    public void resume(int node) {
        states.resume(node);
    }

    @Override
    public void clog(int node) {
        states.clog(node);
    }

    @Override
    public void unclog(int node) {
        states.unclog(node);
    }

    @Override
    public void ratesChanged(int node) {
        links.setRates(node, conditions.rateFactor(node));
    }

    @Override
    public void dropCutInFlight(PathTest cut) {
        dropper.drop(cut, DropReason.CUT_IN_FLIGHT);
    }

    @Override
    public void dropCrashedInFlight(BitSet crashed) {
        crashed.stream().forEach(node -> links.clear(node, kernel.now()));
        dropper.drop((from, to) -> crashed.get(from) || crashed.get(to), DropReason.CRASHED_IN_FLIGHT);
    }
}
