package dev.fleetbooking.application.kit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The same ids in every run: they have the form of version 7, with a counter instead of time and random bits. */
public final class SequentialIds implements IdGenerator {

    private static final long VERSION_7 = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong counter = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(VERSION_7, VARIANT | counter.incrementAndGet());
    }
}
