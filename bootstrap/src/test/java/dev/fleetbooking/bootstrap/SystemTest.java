package dev.fleetbooking.bootstrap;

import dev.fleetbooking.bootstrap.kit.ServiceTest;
import org.junit.jupiter.api.BeforeEach;

/** A test of the whole service that works with dealers, cars and bookings. */
public abstract class SystemTest extends ServiceTest {

    protected Fleet fleet;

    @BeforeEach
    void makeAFleet() {
        fleet = new Fleet(api);
    }
}
