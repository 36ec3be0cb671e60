package dev.fleetbooking.application.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only changes when it is set. */
public final class SettableClock extends Clock {

    private volatile Instant instant = TestTime.NOW;

    public void set(Instant newInstant) {
        instant = newInstant;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are read from the clock");
    }
}
