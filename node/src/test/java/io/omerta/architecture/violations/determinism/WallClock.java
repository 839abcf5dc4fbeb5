package io.omerta.architecture.violations.determinism;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.LongSupplier;

/** Every method reads the clock of the machine. */
public final class WallClock {
    long milliseconds() {
        return System.currentTimeMillis();
    }

    long nanoseconds() {
        return System.nanoTime();
    }

    LongSupplier reference() {
        return System::nanoTime;
    }

    LongSupplier insideLambda() {
        return () -> System.nanoTime() + 1;
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Instant instant() {
        return Instant.now();
    }

    LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    LocalTime time() {
        return LocalTime.now(ZoneOffset.UTC);
    }

    LocalDateTime dateTime() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    OffsetDateTime offset() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    Year year() {
        return Year.now(ZoneOffset.UTC);
    }

    Date legacy() {
        return new Date();
    }
}
