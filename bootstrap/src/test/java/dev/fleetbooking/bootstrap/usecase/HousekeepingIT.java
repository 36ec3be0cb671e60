package dev.fleetbooking.bootstrap.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.bootstrap.SystemTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class HousekeepingIT extends SystemTest {

    private static final String DEALER = "{\"name\": \"City Cars\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}";

    @Autowired
    private ExpireLapsedHolds expireLapsedHolds;

    @Autowired
    private IdempotentTransactions idempotentTransactions;

    @Autowired
    private ListEvents listEvents;

    private Housekeeping housekeeping;

    @BeforeEach
    void makeAHousekeeper() {
        housekeeping = new Housekeeping(expireLapsedHolds, idempotentTransactions, listEvents);
    }

    @Test
    void aLapsedHoldIsWrittenDownAsOfTheInstantOfItsLapse() {
        var hold = fleet.hold(fleet.car(fleet.dealer()), "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        clock.set(NOW.plus(Duration.ofHours(1)));
        var expired = api.get(hold.location());

        housekeeping.expireLapsedHolds();
        housekeeping.expireLapsedHolds();

        var events = api.get(hold.location() + "/events");
        assertThat(events.texts("/items", "/type")).containsExactly("BookingHeld", "BookingExpired");
        assertThat(events.text("/items/1/occurredAt")).isEqualTo(hold.text("/holdExpiresAt"));
        assertThat(api.get(hold.location()).body()).isEqualTo(expired.body());
    }

    @Test
    void anAnswerIsKeptForMoreThanADayAndNotForEver() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201);

        clock.set(NOW.plus(Duration.ofHours(25)));
        housekeeping.forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isEqualTo(first.id());

        clock.set(NOW.plus(Duration.ofHours(25)).plusSeconds(1));
        housekeeping.forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isNotEqualTo(first.id());
    }

    @Test
    void eventsGetTheirPlacesThoughNobodyReadsTheFeed() {
        fleet.car(fleet.dealer());
        var unplaced = database.sql("SELECT count(*) FROM event WHERE sequence IS NULL").query(Long.class);
        assertThat(unplaced.single()).isPositive();

        housekeeping.placeEvents();

        assertThat(unplaced.single()).isZero();
    }

    @Test
    void itIsDoneUnlessItIsSwitchedOff() {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(Housekeeping.class)
                .withBean(ExpireLapsedHolds.class, () -> expireLapsedHolds)
                .withBean(IdempotentTransactions.class, () -> idempotentTransactions)
                .withBean(ListEvents.class, () -> listEvents);

        context.run(started -> {
            assertThat(started).hasSingleBean(Housekeeping.class);
            // One that fails does not keep the others from their work.
            assertThat(started.getBean(ScheduledTaskHolder.class).getScheduledTasks()).hasSize(3);
        });
        context.withPropertyValues("fleet.housekeeping.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(Housekeeping.class));
    }
}
