package io.omerta.sim.economics.market.book;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours of machines in data centres and of volunteers' machines are two classes with a book each. Every hour all offer what
 * they have; consumers come in a random order, bid for a volunteer's hour what it is worth given how often they fail, at most
 * what the better hour would cost, and take an hour of a data centre otherwise.
 *
 * <p>Operators earn back their capital or leave: each week the one that loses most goes, and one comes if they earn well.
 * Volunteers come when the last week's price pays for energy and their trouble, and leave when it does not.
 */
final class ComputeMarket {
    private static final int MACHINES_PER_DATACENTRE = 10;
    private static final int HOURS_PER_WEEK = 168;
    private static final long CAPITAL_MICROS = 300_000;
    private static final long DATACENTRE_USED_MICROS = 200_000;
    private static final long DATACENTRE_IDLE_MICROS = 50_000;
    private static final long HOME_USED_MICROS = 80_000;
    private static final double GOOD_PROFIT_MICROS = 0.3 * CAPITAL_MICROS;
    private static final double MEAN_TROUBLE_MICROS = 50_000;
    private static final double FIRST_HOMES = 0.2;
    private static final double DATACENTRE_FAILURES_PER_HOUR = 0.002;
    private static final double RELIABILITY_MEMORY = 0.999;

    private final CloudResponse response;
    private final Demand demand;
    private final Seller[] datacentres;
    private final Seller[] homes;
    private final double[] troubleMicros;
    private final boolean[] on;
    private final double[] hoursToSwitch;
    private final RandomStream[] hostChances;
    private final RandomStream failures;
    private final RandomStream arrivals;
    private final OrderBook better;
    private final OrderBook volunteers;
    private final long[] paidMicros;
    private final List<Seller> betterSellers = new ArrayList<>();
    private final List<Integer> volunteerSellers = new ArrayList<>();
    private long firstBetterOrder;
    private long firstVolunteerOrder;
    private double usefulShare = 0.9;
    private int hour;
    private int unbalancedHours;
    private long homeHours;
    private long datacentreHours;
    private long homeEarnedMicros;
    private long datacentreEarnedMicros;

    ComputeMarket(ComputeMarketStudy study, RandomStreams streams) {
        response = study.response();
        demand = new Demand(study.consumers(), study.checkpointHours(), streams);
        datacentres = new Seller[2 * study.datacentres()];
        for (int d = 0; d < datacentres.length; d++) {
            datacentres[d] =
                    new Seller(MACHINES_PER_DATACENTRE, CAPITAL_MICROS, DATACENTRE_USED_MICROS, DATACENTRE_IDLE_MICROS);
            datacentres[d].offering = d < study.datacentres();
        }
        homes = new Seller[study.homes()];
        troubleMicros = new double[homes.length];
        on = new boolean[homes.length];
        hoursToSwitch = new double[homes.length];
        hostChances = streams.streams("market.host", homes.length);
        for (int h = 0; h < homes.length; h++) {
            homes[h] = new Seller(1, 0, HOME_USED_MICROS, 0);
            troubleMicros[h] = MEAN_TROUBLE_MICROS * hostChances[h].nextExponential();
            homes[h].offering = hostChances[h].nextBernoulli(FIRST_HOMES);
            hoursToSwitch[h] = HostSessions.VOLUNTEERS.absence(hostChances[h]);
        }
        failures = streams.stream("market.datacentre.failures");
        arrivals = streams.stream("market.arrivals");
        better = new OrderBook(datacentres.length + 1);
        volunteers = new OrderBook(homes.length + 1);
        paidMicros = new long[study.consumers()];
    }

    void hour() {
        switchHosts();
        offer();
        demand.beginHour(hour % 24);
        for (int consumer : demand.shuffled(arrivals)) {
            if (demand.wantsHour(consumer)) {
                buy(consumer);
            }
        }
        better.clear();
        volunteers.clear();
        endHour();
        if (!isBalanced()) {
            unbalancedHours++;
        }
        hour++;
        if (hour % HOURS_PER_WEEK == 0) {
            reviewDatacentres();
            reviewHomes();
        }
    }

    private void switchHosts() {
        for (int h = 0; h < homes.length; h++) {
            if (!on[h] && hoursToSwitch[h] <= 0) {
                on[h] = true;
                hoursToSwitch[h] = HostSessions.VOLUNTEERS.session(hostChances[h]);
            }
        }
    }

    private void offer() {
        betterSellers.clear();
        for (Seller datacentre : datacentres) {
            if (datacentre.offering) {
                long order = better.limit(Side.SELL, datacentre.askMicros, datacentre.machines)
                        .order();
                if (betterSellers.isEmpty()) {
                    firstBetterOrder = order;
                }
                betterSellers.add(datacentre);
            }
        }
        volunteerSellers.clear();
        for (int h = 0; h < homes.length; h++) {
            if (homes[h].offering && on[h]) {
                long order = volunteers.limit(Side.SELL, homes[h].askMicros, 1).order();
                if (volunteerSellers.isEmpty()) {
                    firstVolunteerOrder = order;
                }
                volunteerSellers.add(h);
            }
        }
    }

    private void buy(int consumer) {
        long value = demand.valueMicros(consumer);
        long alternative = Math.min(value, better.bestAskMicros().orElse(value));
        long bid = Math.max(1, (long) (alternative * usefulShare));
        OrderBook.Placed placed = volunteers.limit(Side.BUY, bid, 1);
        if (placed.restingHours() == 0) {
            Fill fill = placed.fills().get(0);
            int host = volunteerSellers.get((int) (fill.resting() - firstVolunteerOrder));
            pay(consumer, homes[host], fill.priceMicros());
            homeHours++;
            homeEarnedMicros += fill.priceMicros();
            boolean lasts = hoursToSwitch[host] >= 1;
            int lost = lasts ? 0 : 1 + demand.lost(consumer);
            if (lasts) {
                demand.worked(consumer);
            }
            usefulShare = Math.max(0.05, RELIABILITY_MEMORY * usefulShare + (1 - RELIABILITY_MEMORY) * (1 - lost));
            return;
        }
        volunteers.cancel(placed.order());
        placed = better.limit(Side.BUY, value, 1);
        if (placed.restingHours() == 0) {
            Fill fill = placed.fills().get(0);
            pay(consumer, betterSellers.get((int) (fill.resting() - firstBetterOrder)), fill.priceMicros());
            datacentreHours++;
            datacentreEarnedMicros += fill.priceMicros();
            if (failures.nextBernoulli(DATACENTRE_FAILURES_PER_HOUR)) {
                demand.lost(consumer);
            } else {
                demand.worked(consumer);
            }
            return;
        }
        better.cancel(placed.order());
        demand.waits(consumer);
    }

    private void pay(int consumer, Seller seller, long micros) {
        paidMicros[consumer] = Math.addExact(paidMicros[consumer], micros);
        seller.earn(micros);
    }

    private void endHour() {
        boolean volunteersSell = false;
        for (int h = 0; h < homes.length; h++) {
            if (homes[h].offering && on[h]) {
                volunteersSell |= homes[h].soldHours > 0;
                homes[h].charge();
                homes[h].move(homes[h].soldHours > 0 ? 2 : -3);
            }
            homes[h].soldHours = 0;
            hoursToSwitch[h] -= 1;
            if (on[h] && hoursToSwitch[h] < 0) {
                on[h] = false;
                hoursToSwitch[h] = HostSessions.VOLUNTEERS.absence(hostChances[h]);
            }
        }
        for (Seller datacentre : datacentres) {
            if (datacentre.offering) {
                datacentre.charge();
                double busy = datacentre.busy();
                if (response == CloudResponse.PRICE_CUT && volunteersSell && busy < 0.5) {
                    datacentre.askMicros = datacentre.lowestAskMicros;
                } else {
                    datacentre.move(busy > 0.9 ? 1 : busy < 0.7 ? -1 : 0);
                }
                datacentre.soldHours = 0;
            }
        }
    }

    /** Whether what consumers paid is what sellers earned, to the micro-credit. */
    private boolean isBalanced() {
        long balance = 0;
        for (long paid : paidMicros) {
            balance = Math.subtractExact(balance, paid);
        }
        for (Seller seller : datacentres) {
            balance = Math.addExact(balance, seller.earnedMicros);
        }
        for (Seller seller : homes) {
            balance = Math.addExact(balance, seller.earnedMicros);
        }
        return balance == 0;
    }

    private void reviewDatacentres() {
        Seller worst = null;
        Seller next = null;
        double sum = 0;
        int count = 0;
        for (Seller datacentre : datacentres) {
            if (!datacentre.offering) {
                next = next == null ? datacentre : next;
                continue;
            }
            double profit = datacentre.weekProfitPerHour();
            sum += profit;
            count++;
            if (worst == null || profit < worst.weekProfitPerHour()) {
                worst = datacentre;
            }
        }
        if (worst != null && worst.weekProfitPerHour() < 0) {
            worst.offering = false;
        } else if (next != null && (count == 0 || sum / count > GOOD_PROFIT_MICROS)) {
            next.offering = true;
            next.askMicros = worst == null ? next.askMicros : worst.askMicros;
        }
        for (Seller datacentre : datacentres) {
            datacentre.newWeek();
        }
    }

    private void reviewHomes() {
        double sum = 0;
        int count = 0;
        for (Seller home : homes) {
            double profit = home.weekProfitPerHour();
            if (!Double.isNaN(profit)) {
                sum += profit;
                count++;
            }
        }
        for (int h = 0; h < homes.length; h++) {
            // Where nobody has sold, nobody knows what it pays, and some try.
            homes[h].offering = count == 0 ? hostChances[h].nextBernoulli(FIRST_HOMES) : sum / count > troubleMicros[h];
            homes[h].newWeek();
        }
    }

    /** Who has what so far. Operators are charged for idle hours and for capital, volunteers for energy. */
    Surplus surplus() {
        long consumers = demand.savedMicros();
        for (long paid : paidMicros) {
            consumers = Math.subtractExact(consumers, paid);
        }
        return new Surplus(consumers, profitMicros(datacentres), profitMicros(homes));
    }

    private static long profitMicros(Seller[] sellers) {
        long profit = 0;
        for (Seller seller : sellers) {
            profit = Math.addExact(profit, seller.earnedMicros - seller.costMicros);
        }
        return profit;
    }

    /** Value of useful hours less all costs, without a look at payments. */
    long valueLessCostMicros() {
        long total = demand.savedMicros();
        for (Seller seller : datacentres) {
            total = Math.subtractExact(total, seller.costMicros);
        }
        for (Seller seller : homes) {
            total = Math.subtractExact(total, seller.costMicros);
        }
        return total;
    }

    int unbalancedHours() {
        return unbalancedHours;
    }

    long usefulHours() {
        return demand.savedHours();
    }

    long homeHours() {
        return homeHours;
    }

    long datacentreHours() {
        return datacentreHours;
    }

    long homeEarnedMicros() {
        return homeEarnedMicros;
    }

    long datacentreEarnedMicros() {
        return datacentreEarnedMicros;
    }

    int datacentresOffering() {
        return offering(datacentres);
    }

    int homesOffering() {
        return offering(homes);
    }

    private static int offering(Seller[] sellers) {
        int count = 0;
        for (Seller seller : sellers) {
            count += seller.offering ? 1 : 0;
        }
        return count;
    }
}
