package io.omerta.sim.economics.market.book;

import io.omerta.sim.random.RandomStream;

/**
 * When a volunteer's host is on: sessions of Weibull length with exponential absences between them.
 *
 * @param shape of the Weibull law; below 1 the longer a host has been on, the longer it will stay
 * @param scaleHours of the Weibull law
 * @param meanAbsenceHours between sessions
 */
public record HostSessions(double shape, double scaleHours, double meanAbsenceHours) {
    /**
     * Volunteer hosts. Sessions have a falling hazard, as Javadi, Kondo, Vincent and Anderson found in "Discovering Statistical
     * Models of Availability in Large Distributed Systems" (IEEE TPDS, 2011); the values are assumptions of that kind.
     */
    public static final HostSessions VOLUNTEERS = new HostSessions(0.4, 3.0, 5.0);

    /** Length of a session, hours; at least a minute, so that there are finitely many. */
    double session(RandomStream chance) {
        return Math.max(1 / 60.0, scaleHours * StrictMath.pow(chance.nextExponential(), 1 / shape));
    }

    /** Length of an absence, hours; at least a minute. */
    double absence(RandomStream chance) {
        return Math.max(1 / 60.0, meanAbsenceHours * chance.nextExponential());
    }
}
