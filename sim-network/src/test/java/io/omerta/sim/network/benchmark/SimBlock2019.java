package io.omerta.sim.network.benchmark;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.Region;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.util.List;

/** The network of the preset simblock-2019 and SimBlock's relay protocol with its default parameters. */
final class SimBlock2019 {
    static final NetworkPreset PRESET = new NetworkPreset(
            "simblock-2019",
            "SimBlock, Bitcoin in 2019",
            "the preset file of that name",
            List.of(
                    region("north_america", 0.3316, 19_200_000, 52_000_000),
                    region("europe", 0.4998, 20_700_000, 40_000_000),
                    region("south_america", 0.0090, 5_800_000, 18_000_000),
                    region("asia_pacific", 0.1177, 15_700_000, 22_800_000),
                    region("japan", 0.0224, 10_200_000, 22_800_000),
                    region("australia", 0.0195, 11_300_000, 29_900_000)),
            List.of(
                    List.of(32.0, 124.0, 184.0, 198.0, 151.0, 189.0),
                    List.of(124.0, 11.0, 227.0, 237.0, 252.0, 294.0),
                    List.of(184.0, 227.0, 88.0, 325.0, 301.0, 322.0),
                    List.of(198.0, 237.0, 325.0, 85.0, 58.0, 198.0),
                    List.of(151.0, 252.0, 301.0, 58.0, 12.0, 126.0),
                    List.of(189.0, 294.0, 322.0, 198.0, 126.0, 16.0)),
            new DelayLaw.SimBlockPareto(),
            NetworkPreset.Assignment.QUOTA,
            List.of(new AccessType("region", "Regional average", 1, 0, 0, 0, 0)),
            List.of(
                    0.025, 0.025, 0.025, 0.025, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.02, 0.0, 0.01,
                    0.01, 0.005, 0.005));

    static final OverlaySpec OVERLAY = new OverlaySpec.RandomDegree(PRESET.degreeDistribution());

    private SimBlock2019() {}

    private static Region region(String key, double share, long uploadBitsPerSecond, long downloadBitsPerSecond) {
        return new Region(key, key, share, uploadBitsPerSecond, downloadBitsPerSecond);
    }

    /** So many blocks; a failed compact block costs a hundredth of a block, SimBlock's median. */
    static WorkloadSpec workload(int blocks) {
        return new WorkloadSpec.BlockPropagation(
                blocks,
                10 * VirtualTime.MINUTE,
                535_000,
                18_000,
                true,
                0.964,
                0.976,
                new WorkloadSpec.CompactFailureRate(0.13, 0.27),
                new WorkloadSpec.FailedBlockFractions(List.of(0.01), List.of(0.01)),
                10 * VirtualTime.MILLISECOND,
                2 * VirtualTime.MILLISECOND,
                new WorkloadSpec.MiningPower(400_000, 100_000));
    }
}
