package io.omerta.sim.economics.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class ControllersTest {
    private static final Indicators UNEQUAL = new Indicators(0.8, 0, 0, 10);
    private static final Indicators ATTACKED = new Indicators(0.8, 0.3, 0.4, 10);

    private static <C extends Controller> C after(C controller, int days, Indicators always) {
        for (int day = 0; day < days; day++) {
            controller.observe(day, always);
        }
        return controller;
    }

    private static PublishedController published() {
        return new PublishedController(PolicyRules.MODERATE, Levers.PUBLISHED);
    }

    private static BoundedController bounded(int transferSign) {
        return new BoundedController(PolicyRules.MODERATE, Levers.PUBLISHED, transferSign, null);
    }

    @Test
    void thePublishedControllerCountsStepsThatItsFloorSwallows() {
        assertEquals(78, after(published(), 720, UNEQUAL).changes());
        assertEquals(0.01, after(published(), 720, UNEQUAL).levers().paymentK());
    }

    @Test
    void thePublishedControllerReachesItsFloorAfterFortyFiveWeeks() {
        assertEquals(180 + 44 * 7, after(published(), 720, UNEQUAL).paymentKAtFloorSince());
    }

    @Test
    void thePublishedControllerRaisesTheLeverOfTransfersWithoutEnd() {
        double early = after(published(), 400, ATTACKED).levers().transferK();
        assertEquals(0.01 * Math.pow(1.05, 5), early, 1e-12);
        assertTrue(after(published(), 3000, ATTACKED).levers().transferK() > 100);
    }

    @Test
    void theBoundedControllerDoesNotCountWhatMovesNothing() {
        int atTheBounds = after(bounded(1), 2000, ATTACKED).changes();
        assertEquals(atTheBounds, after(bounded(1), 4000, ATTACKED).changes());
    }

    @Test
    void theBoundedControllerHelpsNewcomersWhenInequalityIsHigh() {
        assertEquals(1, after(bounded(1), 2000, UNEQUAL).levers().paymentK());
    }

    @Test
    void theBoundedControllerMakesTransfersDearerWhicheverWayTheirLeverActs() {
        assertEquals(0.1, after(bounded(1), 2000, ATTACKED).levers().transferK());
        assertEquals(0.001, after(bounded(-1), 2000, ATTACKED).levers().transferK());
    }

    @Test
    void theBoundedControllerComesBackAtOnceFromABound() {
        BoundedController controller = after(bounded(1), 4000, ATTACKED);
        Indicators calm = new Indicators(0.4, 0, 0, 10);
        for (int day = 4000; day < 4030; day++) {
            controller.observe(day, calm);
        }
        assertTrue(controller.levers().transferK() < 0.1, "wound up at the bound");
    }

    @SeededTest(seeds = 10)
    void noLeverOfTheBoundedControllerEverLeavesItsBounds(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        BoundedController controller = new BoundedController(PolicyRules.AGGRESSIVE, Levers.PUBLISHED, 1, null);
        for (int day = 0; day < 3000; day++) {
            boolean calm = day / 400 % 2 == 0;
            controller.observe(
                    day,
                    new Indicators(
                            calm ? 0.1 : 0.9,
                            random.nextDouble() / (calm ? 20 : 1),
                            calm ? 0 : random.nextDouble(),
                            1 + 100 * random.nextDouble()));
            Levers levers = controller.levers();
            inside(Bounds.PAYMENT_K, levers.paymentK());
            inside(Bounds.TRANSFER_K, levers.transferK());
            inside(Bounds.ISOLATION_THRESHOLD, levers.isolationThreshold());
            inside(Bounds.TRANSACTION_TAU, levers.transactionTau());
        }
        assertTrue(controller.changes() > 100);
    }

    private static void inside(Bounds bounds, double value) {
        assertTrue(value >= bounds.low() && value <= bounds.high(), value + " is outside " + bounds);
    }

    private static BoundedController governed(Council council) {
        return new BoundedController(PolicyRules.MODERATE, Levers.PUBLISHED, 1, council);
    }

    @Test
    void aChangeTakesEffectAfterDebateAndDelay() {
        BoundedController controller = governed(new Council(() -> new Council.Vote(6, 1, 10)));
        Levers before = after(controller, 365 + 13, UNEQUAL).levers();
        assertEquals(0.1, before.paymentK());
        controller.observe(365 + 13, UNEQUAL);
        assertEquals(0, controller.changes());
        controller.observe(365 + 14, UNEQUAL);
        assertEquals(1, controller.changes());
        assertEquals(0.105, controller.levers().paymentK(), 1e-12);
    }

    @Test
    void nothingChangesWithoutAQuorumOrAMajority() {
        Council absent = new Council(() -> new Council.Vote(4, 0, 10));
        Council opposed = new Council(() -> new Council.Vote(4, 4, 10));
        assertEquals(0, after(governed(absent), 800, UNEQUAL).changes());
        assertEquals(0, after(governed(opposed), 800, UNEQUAL).changes());
        assertTrue(absent.rejected() > 10);
    }

    @Test
    void noVoteMovesALeverByMoreThanAFifth() {
        Council council = new Council(() -> new Council.Vote(10, 0, 10));
        council.propose(0, Levers.PUBLISHED, Levers.PUBLISHED.withPaymentK(5).withTransactionTau(1));
        council.decided(7);
        Levers decided = council.decided(14);
        assertEquals(0.12, decided == null ? Double.NaN : decided.paymentK(), 1e-12);
        assertEquals(292, decided == null ? Double.NaN : decided.transactionTau(), 1e-9);
    }
}
