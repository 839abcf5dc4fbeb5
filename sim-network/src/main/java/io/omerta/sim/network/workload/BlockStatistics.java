package io.omerta.sim.network.workload;

import io.omerta.sim.stats.Observation;
import io.omerta.sim.stats.Tally;
import io.omerta.sim.study.ArrivalPanel;
import io.omerta.sim.study.Panel;
import java.util.List;

/**
 * How blocks spread. The time to a fraction of the network is measured from the creation of a block to the moment when
 * that fraction of all nodes, rounded up, had it; a block that never gets so far does not count there, but lowers the
 * coverage.
 */
final class BlockStatistics {
    private final BlockLedger ledger;
    private final int nodes;

    BlockStatistics(BlockLedger ledger, int nodes) {
        this.ledger = ledger;
        this.nodes = nodes;
    }

    List<Observation> observations() {
        Tally coverage = new Tally();
        for (int block = 1; block < ledger.count(); block++) {
            coverage.add((double) ledger.reached(block) / nodes);
        }
        int found = ledger.count() - 1;
        double stale = found == 0 ? Double.NaN : 1 - (double) ledger.mainChain().cardinality() / found;
        return List.of(
                new Observation("propagation.t50", "time to half of the nodes", "ms", meanMillisTo(0.5)),
                new Observation("propagation.t90", "time to 90 % of the nodes", "ms", meanMillisTo(0.9)),
                new Observation("propagation.t99", "time to 99 % of the nodes", "ms", meanMillisTo(0.99)),
                new Observation("propagation.coverage", "nodes reached by a block", "", coverage.mean()),
                new Observation("chain.blocks", "blocks found", "", found),
                new Observation("chain.stale_rate", "blocks that left the longest chain", "", stale));
    }

    private double meanMillisTo(double fraction) {
        int target = (int) Math.ceil(fraction * nodes);
        Tally millis = new Tally();
        for (int block = 1; block < ledger.count(); block++) {
            if (ledger.reached(block) >= target) {
                millis.add(ledger.arrivalNanos(block, target) / 1e6);
            }
        }
        return millis.mean();
    }

    List<Panel> panels() {
        int total = 0;
        for (int block = 1; block < ledger.count(); block++) {
            total += ledger.reached(block);
        }
        long[] times = new long[total];
        int n = 0;
        for (int block = 1; block < ledger.count(); block++) {
            for (int i = 1; i <= ledger.reached(block); i++) {
                times[n++] = ledger.arrivalNanos(block, i);
            }
        }
        return List.of(ArrivalPanel.of(
                "propagation",
                "Block propagation",
                "Fraction of nodes that have a block, by the time since it was found; mean over the blocks of a"
                        + " replication, then over replications, with a pointwise confidence band.",
                "nodes with the block",
                "all blocks",
                times,
                (long) nodes * (ledger.count() - 1)));
    }
}
