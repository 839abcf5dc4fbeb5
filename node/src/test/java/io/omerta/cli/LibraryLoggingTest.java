package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LibraryLoggingTest {
    /** The context that Logback made by itself, so that the tests also show that it finds the service. */
    private final LoggerContext context = assertInstanceOf(LoggerContext.class, LoggerFactory.getILoggerFactory());

    @Test
    void warningsGoToStandardError() {
        ConsoleAppender<?> appender = assertInstanceOf(
                ConsoleAppender.class,
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"));

        assertEquals("System.err", appender.getTarget());
        assertTrue(context.getLogger("library").isWarnEnabled());
    }

    @Test
    void aLoggerThatWasSetToTraceStaysQuietBelowWarnings() {
        Logger chatty = context.getLogger("chatty");
        chatty.setLevel(Level.TRACE);

        assertFalse(chatty.isInfoEnabled());
        assertTrue(chatty.isWarnEnabled());
    }
}
