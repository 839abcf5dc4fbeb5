package io.omerta.sim.economics.policy;

/** Watches the economy and moves its parameters. */
public interface Controller {
    /** Takes in what a day was like, and moves the levers if it is time. */
    void observe(int day, Indicators today);

    Levers levers();

    /** Changes so far; several levers moved on one day are one change. */
    int changes();

    /** First day on which {@code paymentK} was at its lower bound, or -1. */
    int paymentKAtFloorSince();
}
