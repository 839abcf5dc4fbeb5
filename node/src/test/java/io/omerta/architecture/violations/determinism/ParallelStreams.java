package io.omerta.architecture.violations.determinism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every method hands work to the common pool. */
public final class ParallelStreams {
    Stream<String> ofList(List<String> list) {
        return list.parallelStream();
    }

    Stream<String> ofArrayList(ArrayList<String> list) {
        return list.parallelStream();
    }

    Stream<String> ofStream(Stream<String> stream) {
        return stream.parallel();
    }

    IntStream ofInts() {
        return IntStream.range(0, 9).parallel();
    }

    LongStream ofLongs() {
        return LongStream.range(0, 9).parallel();
    }

    DoubleStream ofDoubles() {
        return DoubleStream.of(1).parallel();
    }

    void sort(int[] values) {
        Arrays.parallelSort(values);
    }
}
