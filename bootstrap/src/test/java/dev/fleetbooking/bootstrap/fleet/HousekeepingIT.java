package dev.fleetbooking.bootstrap.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.bootstrap.SystemTest;
import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class HousekeepingIT extends SystemTest {

    @Autowired
    private ExpireLapsedHolds expireLapsedHolds;

    @Autowired
    private ListEvents listEvents;

    private FleetHousekeeping housekeeping;

    @BeforeEach
    void makeAHousekeeper() {
        housekeeping = new FleetHousekeeping(expireLapsedHolds, listEvents);
    }

    @Test
    void theEventOfALapseHasTheInstantOfTheLapse() {
        var hold = fleet.hold(fleet.car(fleet.dealer()), "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        clock.set(NOW.plus(Duration.ofHours(1)));
        var expired = api.get(hold.location());

        housekeeping.endLapsedHolds();
        housekeeping.endLapsedHolds();

        var events = api.get(hold.location() + "/events");
        assertThat(events.texts("/items", "/type")).containsExactly("BookingHeld", "BookingExpired");
        assertThat(events.text("/items/1/occurredAt")).isEqualTo(hold.text("/holdExpiresAt"));
        assertThat(api.get(hold.location()).body()).isEqualTo(expired.body());
    }

    @Test
    void eventsAreNumberedEvenIfNobodyReadsTheFeed() {
        fleet.car(fleet.dealer());
        var unplaced = database.sql("SELECT count(*) FROM event WHERE sequence IS NULL").query(Long.class);
        assertThat(unplaced.single()).isPositive();

        housekeeping.numberEvents();

        assertThat(unplaced.single()).isZero();
    }

    @Test
    void itRunsUnlessItIsSwitchedOff() {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(Housekeeping.class, FleetHousekeeping.class)
                .withBean(ExpireLapsedHolds.class, () -> expireLapsedHolds)
                .withBean(ListEvents.class, () -> listEvents);

        context.run(started -> {
            // A failing job does not prevent the others.
            assertThat(started.getBean(ScheduledTaskHolder.class).getScheduledTasks()).hasSize(2);
        });
        context.withPropertyValues("fleet.housekeeping.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(ScheduledTaskHolder.class));
    }
}
