package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Heap and wheel execute one million events in one order, whatever the distance between events. */
final class QueueDifferentialTest {
    private static final int EVENTS = 1_000_000;
    private static final int PENDING = 20_000;

    /** The law of the time from an event to its successor. */
    enum Gap {
        EXPONENTIAL {
            @Override
            long draw(RandomStream random, long executed) {
                return (long) (random.nextExponential() * VirtualTime.SECOND);
            }
        },
        WHOLE_MILLISECONDS {
            @Override
            long draw(RandomStream random, long executed) {
                return random.nextInt(500) * VirtualTime.MILLISECOND;
            }
        },
        SHORT_AND_VERY_LONG {
            @Override
            long draw(RandomStream random, long executed) {
                return random.nextInt(4) == 0 ? random.nextLong(VirtualTime.DAY) : random.nextInt(2_000);
            }
        },
        /** The density of events changes a thousandfold, up and down. */
        CHANGING_SCALE {
            @Override
            long draw(RandomStream random, long executed) {
                return random.nextInt(executed / 150_000 % 2 == 0 ? 1_000_000 : 1_000_000_000);
            }
        };

        abstract long draw(RandomStream random, long executed);
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void heapAndWheelExecuteAMillionEventsInOneOrder(Gap gap) {
        assertEquals(checksum(QueueKind.HEAP, gap), checksum(QueueKind.WHEEL, gap));
    }

    private static String checksum(QueueKind kind, Gap gap) {
        EventKernel kernel = new PrimitiveKernel(kind);
        RandomStream random = new RandomStreams(20_240_601).stream("differential");
        int[] type = new int[1];
        type[0] = kernel.eventType("hold", (target, source, a, b, c, body) -> {
            long at = kernel.now() + gap.draw(random, kernel.executed());
            kernel.schedule(at, target, type[0], random.nextInt(1_000), a + 1, 0, 0, null);
            if (kernel.executed() == EVENTS) {
                kernel.stop();
            }
        });
        for (int i = 0; i < PENDING; i++) {
            kernel.schedule(gap.draw(random, 0), i % 1_000, type[0], i % 1_000, 0, 0, 0, null);
        }
        kernel.runUntil(EventKernel.MAX_TIME_NANOS);
        assertEquals(EVENTS, kernel.executed());
        return kernel.trace().sha256();
    }
}
