package dev.fleetbooking.application;

import static dev.fleetbooking.domain.kit.Property.forAll;

import dev.fleetbooking.application.inmemory.Fleet;
import org.junit.jupiter.api.Test;

class LifeCycleModelTest extends LifeCycleModelContract {

    @Test
    void everyStepAgreesWithTheModel() {
        forAll(Boolean.getBoolean("thorough") ? 200 : 5, WALKS, steps -> walk(new Fleet(), steps));
    }
}
