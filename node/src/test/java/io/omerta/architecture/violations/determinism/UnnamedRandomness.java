package io.omerta.architecture.violations.determinism;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Every method draws from no named stream. */
public final class UnnamedRandomness {
    double math() {
        return Math.random();
    }

    double strictMath() {
        return StrictMath.random();
    }

    Random unseeded() {
        return new Random();
    }

    Random seeded() {
        return new Random(1);
    }

    SplittableRandom splittable() {
        return new SplittableRandom();
    }

    int threadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    UUID uuid() {
        return UUID.randomUUID();
    }

    void shuffle(List<String> list) {
        Collections.shuffle(list);
    }
}
