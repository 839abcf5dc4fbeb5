package io.omerta.sim.network.host;

import io.omerta.protocol.host.HostContractTest;
import io.omerta.protocol.host.HostUnderTest;
import io.omerta.protocol.host.Rejection;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import java.util.ArrayList;
import java.util.List;

/** The simulated host keeps the contract of hosts. */
final class SimHostContractTest extends HostContractTest {
    @Override
    protected HostUnderTest host(HostUnderTest.Setup setup) {
        return new Simulated(setup);
    }

    private static final class Simulated implements HostUnderTest {
        private final TestNetwork network;
        private final EventKernel kernel;
        private final SimHost host;
        private final List<List<String>> emitted = new ArrayList<>();

        Simulated(Setup setup) {
            network = TestNetwork.plain(TestNetworks.fast(setup.peers()));
            kernel = network.kernel();
            HostListener listener = new HostListener() {
                @Override
                public void onEmitted(long timeNanos, int node, String event, byte[] detail) {
                    emitted.get(node).add(event);
                }
            };
            for (int peer = 0; peer < setup.peers(); peer++) {
                emitted.add(new ArrayList<>());
            }
            host = new SimHost(
                    network.network(),
                    "protocol",
                    setup.factory(),
                    new SimHostOptions(setup.limits(), 0, setup.durabilityNanos()),
                    listener);
            host.start();
        }

        @Override
        public void command(int peer, String name, byte[] argument) {
            host.command(peer, name, argument, kernel.now());
        }

        @Override
        public void advance(long nanos) {
            kernel.runUntil(kernel.now() + nanos);
        }

        @Override
        public void crash(int peer) {
            network.network().control().crash(peer, false);
        }

        @Override
        public void restart(int peer) {
            network.network().control().restart(peer);
        }

        @Override
        public List<String> emitted(int peer) {
            return emitted.get(peer);
        }

        @Override
        public long rejections(Rejection rejection) {
            return host.rejections(rejection);
        }

        @Override
        public void close() {}
    }
}
