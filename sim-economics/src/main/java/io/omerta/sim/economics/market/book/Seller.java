package io.omerta.sim.economics.market.book;

/** Somebody who offers machines: what they cost, what is asked for them, and what has come of it. */
final class Seller {
    final int machines;
    final long capitalMicros;
    final long usedMicros;
    final long idleMicros;
    final long lowestAskMicros;
    long askMicros;
    boolean offering;
    int soldHours;
    long earnedMicros;
    long costMicros;
    long weekEarnedMicros;
    long weekCostMicros;
    int weekOfferedHours;

    /**
     * @param capitalMicros of a machine per hour of the clock while its owner is in the market
     * @param usedMicros of a used hour
     * @param idleMicros of an idle hour
     */
    Seller(int machines, long capitalMicros, long usedMicros, long idleMicros) {
        this.machines = machines;
        this.capitalMicros = capitalMicros;
        this.usedMicros = usedMicros;
        this.idleMicros = idleMicros;
        this.lowestAskMicros = usedMicros + usedMicros / 10;
        this.askMicros = 2 * (capitalMicros + usedMicros);
    }

    void earn(long micros) {
        soldHours++;
        earnedMicros = Math.addExact(earnedMicros, micros);
        weekEarnedMicros = Math.addExact(weekEarnedMicros, micros);
    }

    /** Charges the hour that is over. */
    void charge() {
        long cost = machines * capitalMicros + soldHours * usedMicros + (machines - soldHours) * idleMicros;
        costMicros = Math.addExact(costMicros, cost);
        weekCostMicros = Math.addExact(weekCostMicros, cost);
        weekOfferedHours += machines;
    }

    double busy() {
        return (double) soldHours / machines;
    }

    /** Moves the price by a part in a hundred for each of {@code percent}, and not below what a used hour costs. */
    void move(int percent) {
        askMicros =
                Math.min(OrderBook.MAX_PRICE_MICROS, Math.max(lowestAskMicros, askMicros + askMicros * percent / 100));
    }

    /** Profit per hour offered since the last review, micro-credits; NaN if none was offered. */
    double weekProfitPerHour() {
        return weekOfferedHours == 0 ? Double.NaN : (double) (weekEarnedMicros - weekCostMicros) / weekOfferedHours;
    }

    void newWeek() {
        weekEarnedMicros = 0;
        weekCostMicros = 0;
        weekOfferedHours = 0;
    }
}
