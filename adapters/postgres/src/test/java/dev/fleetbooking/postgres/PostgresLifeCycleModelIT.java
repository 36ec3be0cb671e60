package dev.fleetbooking.postgres;

import static dev.fleetbooking.domain.kit.Property.forAll;

import dev.fleetbooking.application.LifeCycleModelContract;
import org.junit.jupiter.api.Test;

class PostgresLifeCycleModelIT extends LifeCycleModelContract {

    /** Few, because each step sends a dozen statements to the database. */
    @Test
    void everyStepAgreesWithTheModel() {
        forAll(Boolean.getBoolean("thorough") ? 10 : 1, WALKS, steps -> walk(new PostgresAdapters().fleet(), steps));
    }
}
