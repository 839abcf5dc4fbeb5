package io.omerta.sim.testing;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one invocation of a {@link SeededTest} for each seed. */
final class SeededTestExtension implements TestTemplateInvocationContextProvider {
    static final String SEED_PROPERTY = "omerta.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), SeededTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SeededTest test = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), SeededTest.class)
                .orElseThrow();
        return seeds(test.first(), test.seeds(), System.getProperty(SEED_PROPERTY))
                .mapToObj(SeededInvocation::new);
    }

    /**
     * The seeds to run.
     *
     * @param only the one seed asked for, or null for all
     */
    static LongStream seeds(long first, int count, @Nullable String only) {
        if (only != null) {
            try {
                return LongStream.of(Long.parseLong(only));
            } catch (NumberFormatException notANumber) {
                throw new ExtensionConfigurationException(
                        "-D" + SEED_PROPERTY + " must be a whole number, such as 7, but is \"" + only + "\"",
                        notANumber);
            }
        }
        if (count < 1) {
            throw new ExtensionConfigurationException("@SeededTest needs at least 1 seed, but has " + count);
        }
        return LongStream.range(first, first + count);
    }
}
