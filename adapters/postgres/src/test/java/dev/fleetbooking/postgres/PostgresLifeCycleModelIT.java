package dev.fleetbooking.postgres;

import static dev.fleetbooking.domain.kit.Property.forAll;

import dev.fleetbooking.application.LifeCycleModelContract;
import org.junit.jupiter.api.Test;

class PostgresLifeCycleModelIT extends LifeCycleModelContract {

    /** Few, because each step asks the database a dozen times. */
    @Test
    void everyStepDoesWhatTheModelDoes() {
        forAll(Boolean.getBoolean("thorough") ? 10 : 3, WALKS, steps -> walk(new PostgresAdapters().fleet(), steps));
    }
}
