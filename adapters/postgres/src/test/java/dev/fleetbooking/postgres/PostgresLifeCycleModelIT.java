package dev.fleetbooking.postgres;

import dev.fleetbooking.application.LifeCycleModelContract;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PostgresLifeCycleModelIT extends LifeCycleModelContract {

    /** Few, because each step asks the database a dozen times. */
    @Property(tries = 10)
    void everyStepDoesWhatTheModelDoes(@ForAll("walks") List<Step> steps) {
        walk(new PostgresAdapters().fleet(), steps);
    }
}
