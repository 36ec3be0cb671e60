package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What occupied a car, occupies it, or will. */
class AsOfIT extends SystemTest {

    private static final String START = "2027-01-04T12:00:00Z";
    private static final String END = "2027-01-06T12:00:00Z";

    private String dealer;
    private String car;
    private Api.Answer booking;

    @BeforeEach
    void book() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        car = fleet.car(dealer);
        booking = fleet.book(car, START, END).expect(201);
    }

    @Test
    void theOccupancyOfThatInstantIsShownTurnaroundIncluded() {
        var shown = car("2027-01-05T12:00:00Z");

        assertThat(shown.body().requiredAt("/occupiedBy")).isEqualTo(json("""
                {"kind": "BOOKING", "id": "%s", "start": "2027-01-04T12:00:00Z", "end": "2027-01-06T13:30:00Z"}
                """.formatted(booking.id())));
        assertThat(shown.header("ETag")).isEmpty();
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(api.get("/cars/" + car).body().has("occupiedBy")).isFalse();
    }

    @Test
    void timeIsHalfOpen() {
        assertThat(car("2027-01-04T11:59:59.999Z").body().has("occupiedBy")).isFalse();
        assertThat(car(START).body().has("occupiedBy")).isTrue();
    }

    @Test
    void everyCarOfAListIsShownSo() {
        var free = fleet.car(dealer);
        var maintained = fleet.car(dealer);
        var window = fleet.plan(maintained, START, END).expect(201);

        var list = api.get("/cars?dealerId=%s&asOf=%s".formatted(dealer, START)).expect(200);

        assertThat(list.texts("/items", "/id")).containsExactly(car, free, maintained);
        assertThat(list.text("/items/0/occupiedBy/id")).isEqualTo(booking.id());
        assertThat(list.body().requiredAt("/items/1").has("occupiedBy")).isFalse();
        assertThat(list.text("/items/2/occupiedBy/kind")).isEqualTo("MAINTENANCE");
        assertThat(list.text("/items/2/occupiedBy/id")).isEqualTo(window.id());
        assertThat(list.header("Cache-Control")).contains("no-store");
    }

    @Test
    void thePastShowsWhatWasUsed() {
        clock.set(Instant.parse(START));
        fleet.ask(booking, "hand-over").expect(200);
        clock.set(Instant.parse("2027-01-05T09:00:00Z"));
        fleet.ask(booking, "return").expect(200);

        assertThat(car("2027-01-05T08:59:00Z").text("/occupiedBy/id")).isEqualTo(booking.id());
        assertThat(car("2027-01-05T12:00:00Z").body().has("occupiedBy")).isFalse();
    }

    @Test
    void whatIsOverdueOccupiesItsCarUntilADayFromNow() {
        clock.set(Instant.parse(START));
        fleet.ask(booking, "hand-over").expect(200);
        clock.set(Instant.parse("2027-01-06T15:00:00Z"));

        assertThat(car("2027-01-06T15:00:00Z").text("/occupiedBy/id")).isEqualTo(booking.id());
        assertThat(car("2027-01-07T14:59:59Z").text("/occupiedBy/end")).isEqualTo("2027-01-06T13:30:00Z");
        assertThat(car("2027-01-07T15:00:00Z").body().has("occupiedBy")).isFalse();
        assertThat(api.get("/cars?dealerId=%s&asOf=2027-01-06T15:00:00Z".formatted(dealer)).text("/items/0/occupiedBy/id"))
                .isEqualTo(booking.id());
    }

    @Test
    void aLapsedHoldOccupiesNothing() {
        var hold = fleet.hold(car, "2027-02-01T12:00:00Z", "2027-02-02T12:00:00Z").expect(201);
        assertThat(car("2027-02-01T12:00:00Z").text("/occupiedBy/kind")).isEqualTo("HOLD");

        clock.set(Instant.parse(hold.text("/holdExpiresAt")));

        assertThat(car("2027-02-01T12:00:00Z").body().has("occupiedBy")).isFalse();
    }

    @Test
    void theInstantHasAnOffset() {
        api.get("/cars/%s?asOf=2027-01-05T12:00:00".formatted(car)).expectMalformed("asOf");
        api.get("/cars?asOf=today").expectMalformed("asOf");
    }

    private Api.Answer car(String asOf) {
        return api.get("/cars/%s?asOf=%s".formatted(car, asOf)).expect(200);
    }
}
