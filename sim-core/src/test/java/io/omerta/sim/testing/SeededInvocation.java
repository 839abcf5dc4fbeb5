package io.omerta.sim.testing;

import io.omerta.sim.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The run of a seeded test under one seed. */
record SeededInvocation(long seed)
        implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {

    @Override
    public String getDisplayName(int invocationIndex) {
        return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == long.class || type == RandomStreams.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == long.class ? (Object) seed : new RandomStreams(seed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        String test = context.getRequiredTestClass().getSimpleName() + "#"
                + context.getRequiredTestMethod().getName();
        throw withReplay(failure, test);
    }

    /** The same failure with the replay options at the end of its message; an unmet assumption stays as it is. */
    Throwable withReplay(Throwable failure, String test) {
        if (failure instanceof TestAbortedException) {
            return failure;
        }
        String replay =
                "Replay this seed with -Dtest='" + test + "' -D" + SeededTestExtension.SEED_PROPERTY + "=" + seed;
        if (failure instanceof AssertionFailedError assertion && assertion.isExpectedDefined()) {
            // Keeps the two values, which development environments show side by side.
            return new AssertionFailedError(
                    assertion.getMessage() + System.lineSeparator() + replay,
                    assertion.getExpected(),
                    assertion.getActual(),
                    assertion);
        }
        String message = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
        return new AssertionFailedError(message + System.lineSeparator() + replay, failure);
    }
}
