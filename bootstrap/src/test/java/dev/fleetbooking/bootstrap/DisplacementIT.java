package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maintenance that finds other cars for the bookings in its way. */
class DisplacementIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-05T09:00:00Z";
    private static final String DISPLACE = "\"onConflict\": \"displace\"";

    private String dealer;
    private String car;

    @BeforeEach
    void makeACar() {
        dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        car = fleet.car(dealer);
    }

    @Test
    void everyBookingInTheWayMovesToTheCheapestCarAtItsOldPrice() {
        var dear = fleet.car(dealer, "COMPACT", "90.00", "EUR");
        var cheap = fleet.car(dealer, "COMPACT", "60.00", "EUR");
        var second = fleet.book(car, "2027-03-03T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        var first = fleet.book(car, "2027-03-01T12:00:00Z", "2027-03-03T08:00:00Z").expect(201);
        fleet.book(cheap, "2027-03-04T09:00:00Z", "2027-03-05T09:00:00Z").expect(201);

        var window = fleet.plan(car, START, END, DISPLACE).expect(201);

        assertThat(window.body().requiredAt("/displaced")).isEqualTo(json("""
                [{"bookingId": "%s", "fromCarId": "%s", "toCarId": "%s"},
                 {"bookingId": "%s", "fromCarId": "%s", "toCarId": "%s"}]
                """.formatted(first.id(), car, cheap, second.id(), car, dear)));
        assertThat(fleet.read(window).body().has("displaced")).isFalse();
        var moved = fleet.read(first);
        assertThat(moved.text("/carId")).isEqualTo(cheap);
        assertThat(moved.text("/status")).isEqualTo("CONFIRMED");
        for (var pointer : List.of("/price", "/start", "/end", "/customer")) {
            assertThat(moved.body().requiredAt(pointer)).as(pointer).isEqualTo(first.body().requiredAt(pointer));
        }
        assertThat(busy(car)).containsExactly("MAINTENANCE");
        assertThat(busy(cheap)).containsExactly("BOOKING", "TURNAROUND", "BOOKING", "TURNAROUND");
        assertThat(busy(dear)).containsExactly("BOOKING", "TURNAROUND");
    }

    @Test
    void aDryRunAnswersTheSameAndChangesNothing() {
        var spare = fleet.car(dealer);
        var booking = fleet.book(car, START, END).expect(201);

        var planned = fleet.plan(car, START, END, DISPLACE + ", \"dryRun\": true").expect(200);

        assertThat(planned.text("/displaced/0/toCarId")).isEqualTo(spare);
        assertThat(fleet.read(booking).body()).isEqualTo(booking.body());
        assertThat(busy(car)).containsExactly("BOOKING", "TURNAROUND");
        assertThat(busy(spare)).isEmpty();
        var done = fleet.plan(car, START, END, DISPLACE).expect(201);
        assertThat(done.body().requiredAt("/displaced")).isEqualTo(planned.body().requiredAt("/displaced"));
    }

    @Test
    void aBookingThatFindsNoCarRefusesTheWholeAndTheRefusalSaysWhatKeptItFromEachCar() {
        var dear = fleet.car(dealer, "COMPACT", "90.00", "EUR");
        var cheap = fleet.car(dealer, "COMPACT", "60.00", "EUR");
        fleet.car(dealer, "SEDAN", "20.00", "EUR");
        fleet.car(fleet.dealer());
        fleet.book(cheap, "2027-03-02T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);
        fleet.plan(dear, "2027-03-02T08:00:00Z", "2027-03-02T13:00:00Z").expect(201);
        var first = fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-01T21:00:00Z").expect(201);
        var second = fleet.book(car, "2027-03-02T12:00:00Z", "2027-03-03T09:00:00Z").expect(201);

        var refused = fleet.plan(car, START, END, DISPLACE).expectProblem(409, "maintenance-conflict");

        assertThat(refused.texts("/conflicts", "/bookingId")).containsOnly(first.id(), second.id());
        assertThat(refused.text("/detail")).contains("undisplaced");
        assertThat(refused.body().requiredAt("/undisplaced")).isEqualTo(json("""
                [{"start": "2027-03-02T12:00:00Z", "end": "2027-03-03T09:00:00Z", "bookingId": "%s",
                  "reason": "NO_CAR_AVAILABLE", "cars": [
                    {"carId": "%s", "reasons": ["BOOKED"],
                     "conflicts": [{"start": "2027-03-02T09:00:00Z", "end": "2027-03-04T09:00:00Z", "kind": "BOOKING"}]},
                    {"carId": "%s", "reasons": ["MAINTENANCE"],
                     "conflicts": [{"start": "2027-03-02T08:00:00Z", "end": "2027-03-02T13:00:00Z", "kind": "MAINTENANCE"}]}]}]
                """.formatted(second.id(), cheap, dear)));
        assertThat(fleet.read(first).body()).isEqualTo(first.body());
        assertThat(busy(car)).containsExactly("BOOKING", "TURNAROUND", "BOOKING", "TURNAROUND");
    }

    @Test
    void aDryRunIsRefusedLikeTheRealThing() {
        fleet.book(car, START, END).expect(201);

        var dryRun = fleet.plan(car, START, END, DISPLACE + ", \"dryRun\": true").expectProblem(409, "maintenance-conflict");

        var real = fleet.plan(car, START, END, DISPLACE).expectProblem(409, "maintenance-conflict");
        for (var pointer : List.of("/detail", "/conflicts", "/suggestions", "/undisplaced")) {
            assertThat(dryRun.body().requiredAt(pointer)).as(pointer).isEqualTo(real.body().requiredAt(pointer));
        }
        assertThat(real.body().requiredAt("/undisplaced/0/cars")).isEmpty();
    }

    @Test
    void aConflictWithoutDisplacingSpeaksOfNoOtherCars() {
        fleet.book(car, START, END).expect(201);

        var refused = fleet.plan(car, START, END).expectProblem(409, "maintenance-conflict");

        assertThat(refused.body().has("undisplaced")).isFalse();
        assertThat(refused.text("/detail")).doesNotContain("undisplaced");
    }

    @Test
    void anActiveBookingIsNeverMoved() {
        fleet.car(dealer);
        var booking = fleet.book(car, START, END).expect(201);
        clock.set(Instant.parse(START));
        fleet.ask(booking, "hand-over").expect(200);

        var refused = fleet.plan(car, START, END, DISPLACE).expectProblem(409, "maintenance-conflict");

        assertThat(refused.text("/conflicts/0/status")).isEqualTo("ACTIVE");
        assertThat(refused.body().requiredAt("/undisplaced")).isEqualTo(json("""
                [{"start": "%s", "end": "%s", "bookingId": "%s", "reason": "HANDED_OVER", "cars": []}]
                """.formatted(START, END, booking.id())));
    }

    @Test
    void anotherWindowIsNeverMoved() {
        fleet.car(dealer);
        var window = fleet.plan(car, START, END).expect(201);

        var refused = fleet.plan(car, START, END, DISPLACE).expectProblem(409, "maintenance-conflict");

        assertThat(refused.body().requiredAt("/undisplaced")).isEqualTo(json("""
                [{"start": "%s", "end": "%s", "maintenanceWindowId": "%s", "reason": "MAINTENANCE", "cars": []}]
                """.formatted(START, END, window.id())));
    }

    @Test
    void aHoldMovesAndLapsesAsBefore() {
        var spare = fleet.car(dealer);
        var hold = fleet.hold(car, START, END).expect(201);

        fleet.plan(car, START, END, DISPLACE).expect(201);

        var moved = fleet.read(hold);
        assertThat(moved.text("/carId")).isEqualTo(spare);
        assertThat(moved.text("/holdExpiresAt")).isEqualTo(hold.text("/holdExpiresAt"));
        fleet.ask(moved, "confirmation").expect(200);
    }

    @Test
    void whatToDoAboutConflictsIsOneOfTwo() {
        fleet.plan(car, START, END, "\"onConflict\": \"ignore\"").expectMalformed("onConflict");
        fleet.plan(car, START, END, "\"onConflict\": \"reject\"").expect(201);
    }

    private List<String> busy(String ofCar) {
        return api.get("/cars/%s/availability?from=%s&to=2027-03-06T00:00:00Z".formatted(ofCar, START)).texts("/busy", "/kind");
    }
}
