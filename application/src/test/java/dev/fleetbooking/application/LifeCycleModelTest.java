package dev.fleetbooking.application;

import dev.fleetbooking.application.inmemory.Fleet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LifeCycleModelTest extends LifeCycleModelContract {

    @Property(tries = 200)
    void everyStepDoesWhatTheModelDoes(@ForAll("walks") List<Step> steps) {
        walk(new Fleet(), steps);
    }
}
