package io.omerta.sim.economics.market.book;

import io.omerta.sim.economics.study.StepLoop;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings.Check;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/** One replication of a {@link ComputeMarketStudy}. */
final class ComputeMarketModel implements ReplicationModel {
    private static final double MICROS = 1e6;
    private static final int HOURS_PER_DAY = 24;

    private final ComputeMarket market;
    private final StepLoop hours;
    private final int days;
    private final double[] at;
    private final double[] datacentrePrice;
    private final double[] homePrice;
    private final double[] datacentreVolume;
    private final double[] homeVolume;
    private final double[] datacentres;
    private final double[] homes;
    private final double[] consumerSurplus;
    private final double[] datacentreSurplus;
    private final double[] homeSurplus;
    private Totals yesterday = new Totals(0, 0, 0, 0, new Surplus(0, 0, 0));

    /** What had come together by the end of a day. */
    private record Totals(
            long datacentreHours, long datacentreMicros, long homeHours, long homeMicros, Surplus surplus) {}

    ComputeMarketModel(ComputeMarketStudy study, EventKernel kernel, RandomStreams streams) {
        market = new ComputeMarket(study, streams);
        days = study.days();
        hours = new StepLoop(kernel, "hour", VirtualTime.HOUR, days * HOURS_PER_DAY, this::hour);
        at = new double[days];
        datacentrePrice = new double[days];
        homePrice = new double[days];
        datacentreVolume = new double[days];
        homeVolume = new double[days];
        datacentres = new double[days];
        homes = new double[days];
        consumerSurplus = new double[days];
        datacentreSurplus = new double[days];
        homeSurplus = new double[days];
    }

    @Override
    public void start() {
        hours.start();
    }

    private long hour(int hour) {
        market.hour();
        if (hour % HOURS_PER_DAY == HOURS_PER_DAY - 1) {
            closeDay(hour / HOURS_PER_DAY);
        }
        return market.valueLessCostMicros();
    }

    private void closeDay(int day) {
        Totals now = new Totals(
                market.datacentreHours(),
                market.datacentreEarnedMicros(),
                market.homeHours(),
                market.homeEarnedMicros(),
                market.surplus());
        at[day] = day + 1;
        datacentreVolume[day] = now.datacentreHours - yesterday.datacentreHours;
        homeVolume[day] = now.homeHours - yesterday.homeHours;
        // No hour sold, no price: 0 / 0.
        datacentrePrice[day] = (now.datacentreMicros - yesterday.datacentreMicros) / MICROS / datacentreVolume[day];
        homePrice[day] = (now.homeMicros - yesterday.homeMicros) / MICROS / homeVolume[day];
        datacentres[day] = market.datacentresOffering();
        homes[day] = market.homesOffering();
        consumerSurplus[day] = (now.surplus.consumerMicros() - yesterday.surplus.consumerMicros()) / MICROS;
        datacentreSurplus[day] = (now.surplus.datacentreMicros() - yesterday.surplus.datacentreMicros()) / MICROS;
        homeSurplus[day] = (now.surplus.homeMicros() - yesterday.surplus.homeMicros()) / MICROS;
        yesterday = now;
    }

    @Override
    public boolean finished() {
        return hours.finished();
    }

    @Override
    public List<Observation> observations() {
        Surplus surplus = market.surplus();
        long sold = market.datacentreHours() + market.homeHours();
        double paid = (market.datacentreEarnedMicros() + market.homeEarnedMicros()) / MICROS;
        return List.of(
                new Observation("cost", "cost of a useful hour", "$/h", paid / market.usefulHours()),
                new Observation("hours.useful", "useful hours", "h", market.usefulHours()),
                new Observation(
                        "hours.lost",
                        "part of the hours sold that was lost",
                        "",
                        1 - (double) market.usefulHours() / sold),
                new Observation(
                        "hours.home", "part of the hours sold by volunteers", "", (double) market.homeHours() / sold),
                new Observation("surplus.consumer", "consumer surplus", "$", surplus.consumerMicros() / MICROS),
                new Observation(
                        "surplus.datacentre",
                        "profit of data centres, idle hours included",
                        "$",
                        surplus.datacentreMicros() / MICROS),
                new Observation("surplus.home", "profit of volunteers", "$", surplus.homeMicros() / MICROS),
                new Observation("surplus.total", "total surplus", "$", surplus.totalMicros() / MICROS),
                new Observation("datacentres", "data centres, last day", "", market.datacentresOffering()),
                new Observation("homes", "volunteers, last day", "", market.homesOffering()));
    }

    @Override
    public List<Panel> panels() {
        return List.of(
                curves(
                        "price",
                        "Prices",
                        "Mean price of the hours sold on a day.",
                        "price",
                        "$/h",
                        "data centres",
                        datacentrePrice,
                        "volunteers",
                        homePrice),
                curves(
                        "volume",
                        "Volume",
                        "Hours sold on a day.",
                        "hours",
                        "h",
                        "data centres",
                        datacentreVolume,
                        "volunteers",
                        homeVolume),
                curves(
                        "providers",
                        "Who offers machines",
                        "Providers in the market at the end of a day.",
                        "providers",
                        "",
                        "data centres",
                        datacentres,
                        "volunteers",
                        homes),
                new CurvePanel(
                        "surplus",
                        "Who has what from the market",
                        "Surplus of a day: the value of useful hours less what was paid; what was earned less energy, idle hours and capital.",
                        Chart.Axis.linear("day", "d"),
                        Chart.Axis.linear("surplus", "$/d"),
                        at,
                        List.of(
                                new CurvePanel.Curve("consumers", consumerSurplus, false),
                                new CurvePanel.Curve("data centres", datacentreSurplus, false),
                                new CurvePanel.Curve("volunteers", homeSurplus, false)),
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        false));
    }

    private Panel curves(
            String id,
            String title,
            String caption,
            String label,
            String unit,
            String first,
            double[] firstY,
            String second,
            double[] secondY) {
        return new CurvePanel(
                id,
                title,
                caption,
                Chart.Axis.linear("day", "d"),
                Chart.Axis.linear(label, unit),
                at,
                List.of(new CurvePanel.Curve(first, firstY, false), new CurvePanel.Curve(second, secondY, false)),
                0,
                Double.POSITIVE_INFINITY,
                false);
    }

    @Override
    public List<Check> checks() {
        long total = market.surplus().totalMicros();
        return List.of(
                new Check(
                        "payments-balance",
                        "every hour, what consumers paid is what providers earned",
                        market.unbalancedHours() == 0,
                        market.unbalancedHours() + " of " + days * HOURS_PER_DAY + " hours did not balance"),
                new Check(
                        "surplus-adds-up",
                        "the surplus of all is the value of useful hours less all costs",
                        total == market.valueLessCostMicros(),
                        "surplus " + total + ", value less cost " + market.valueLessCostMicros() + " micro-credits"));
    }
}
