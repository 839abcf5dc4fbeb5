package io.omerta.sim.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for each of several seeds.
 *
 * <p>The method takes the seed as a {@code long}, or a {@link io.omerta.sim.random.RandomStreams} made of it, or both.
 * The seed is part of the test's display name, and a failure ends with the options that replay it. With the system
 * property {@value SeededTestExtension#SEED_PROPERTY} set, that seed alone is run, in range or not.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SeededTestExtension.class)
public @interface SeededTest {
    /** How many consecutive seeds to run, at least 1. */
    int seeds() default 20;

    /** The first seed. */
    long first() default 1;
}
