package dev.fleetbooking.postgres;

import static dev.fleetbooking.domain.kit.Property.forAll;

import dev.fleetbooking.application.LifeCycleModelContract;
import org.junit.jupiter.api.Test;

class PostgresLifeCycleModelIT extends LifeCycleModelContract {

    private static final boolean THOROUGH = Boolean.getBoolean("thorough");

    /** Few, because each step sends a dozen statements to the database. */
    @Test
    void everyStepAgreesWithTheModel() {
        forAll(THOROUGH ? 10 : 1, WALKS, steps -> walk(new PostgresAdapters().fleet(), THOROUGH ? steps : steps.subList(0, 20)));
    }
}
