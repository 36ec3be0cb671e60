package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @Test
    void aPlannedWindowIsAnsweredWhole() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        var car = fleet.car(dealer);

        var window = api.post("/maintenance-windows", """
                {"carId": "%s", "start": "2027-03-01T10:00:00+01:00", "end": "%s", "reason": " brakes "}
                """.formatted(car, END)).expect(201);

        assertThat(window.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "PLANNED", "start": "2027-03-01T09:00:00Z",
                 "end": "2027-03-04T09:00:00Z", "reason": "brakes", "createdAt": "2027-01-04T08:00:00Z",
                 "allowedTransitions": ["start", "cancellation"]}
                """.formatted(window.id(), car, dealer)));
        assertThat(window.location()).isEqualTo("/maintenance-windows/" + window.id());
        assertThat(UUID.fromString(window.id()).version()).isEqualTo(7);
    }

    @Test
    void aWindowIsReadAsItWasAnswered() {
        var window = fleet.plan(fleet.car(fleet.dealer()), START, END).expect(201);

        var read = api.get(window.location()).expect(200);

        assertThat(read.body()).isEqualTo(window.body());
        assertThat(read.eTag()).isEqualTo(window.eTag());
    }

    @Test
    void whatIsInTheWayIsNamedWithItsOwner() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var booking = fleet.book(car, "2027-03-01T12:00:00Z", "2027-03-02T12:00:00Z").expect(201).id();
        var other = fleet.plan(car, "2027-03-03T09:00:00Z", "2027-03-03T17:00:00Z").expect(201).id();

        var refused = fleet.plan(car, START, END).expectProblem(409, "maintenance-conflict");

        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-03-01T12:00:00Z", "end": "2027-03-02T12:00:00Z", "kind": "BOOKING",
                  "status": "CONFIRMED", "bookingId": "%1$s"},
                 {"start": "2027-03-02T12:00:00Z", "end": "2027-03-02T13:30:00Z", "kind": "TURNAROUND",
                  "status": "CONFIRMED", "bookingId": "%1$s"},
                 {"start": "2027-03-03T09:00:00Z", "end": "2027-03-03T17:00:00Z", "kind": "MAINTENANCE",
                  "status": "PLANNED", "maintenanceWindowId": "%2$s"}]
                """.formatted(booking, other)));
    }

    @Test
    void theNearestGapsThatFitAreSuggested() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, "2027-03-01T00:00:00Z", "2027-03-03T00:00:00Z").expect(201);
        // Too short for a day.
        fleet.book(car, "2027-03-03T12:00:00Z", "2027-03-04T12:00:00Z").expect(201);
        fleet.book(car, "2027-03-07T00:00:00Z", "2027-03-08T00:00:00Z").expect(201);
        fleet.book(car, "2027-03-10T00:00:00Z", "2027-03-11T00:00:00Z").expect(201);

        var refused = fleet.plan(car, "2027-03-02T00:00:00Z", "2027-03-03T00:00:00Z").expectProblem(409, "maintenance-conflict");

        assertThat(refused.body().requiredAt("/suggestions")).isEqualTo(json("""
                [{"start": "2027-02-28T00:00:00Z", "end": "2027-03-01T00:00:00Z"},
                 {"start": "2027-03-04T12:00:00Z", "end": "2027-03-05T12:00:00Z"},
                 {"start": "2027-03-08T00:00:00Z", "end": "2027-03-09T00:00:00Z"}]
                """));
    }

    @Test
    void noSuggestionLiesInThePast() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, "2027-01-04T12:00:00Z", "2027-01-06T00:00:00Z").expect(201);

        // Four hours are free from now on; before now there were more.
        var four = fleet.plan(car, "2027-01-04T09:00:00Z", "2027-01-04T13:00:00Z").expectProblem(409, "maintenance-conflict");
        var five = fleet.plan(car, "2027-01-04T09:00:00Z", "2027-01-04T14:00:00Z").expectProblem(409, "maintenance-conflict");

        assertThat(four.texts("/suggestions", "/start")).containsExactly("2027-01-04T08:00:00Z", "2027-01-06T00:00:00Z");
        assertThat(five.texts("/suggestions", "/start")).containsExactly("2027-01-06T00:00:00Z");
    }

    @Test
    void aTurnaroundBelongsToItsBookingWhenItAloneIsInTheWay() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        var booking = fleet.book(car, "2027-02-28T09:00:00Z", START).expect(201).id();

        var refused = fleet.plan(car, "2027-03-01T10:00:00Z", END).expectProblem(409, "maintenance-conflict");

        assertThat(refused.body().requiredAt("/conflicts")).isEqualTo(json("""
                [{"start": "2027-03-01T09:00:00Z", "end": "2027-03-01T10:30:00Z", "kind": "TURNAROUND",
                  "status": "CONFIRMED", "bookingId": "%s"}]
                """.formatted(booking)));
        fleet.plan(car, "2027-03-01T10:30:00Z", END).expect(201);
    }

    @Test
    void maintenanceMayEndRightBeforeABooking() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, END, "2027-03-05T09:00:00Z").expect(201);

        fleet.plan(car, START, END).expect(201);
    }

    @Test
    void aRefusedWindowChangesNothing() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, START, END).expect(201);
        var calendar = "/cars/%s/availability?from=2027-02-01T00:00:00Z&to=2027-04-01T00:00:00Z".formatted(car);
        var before = api.get(calendar).body();

        fleet.plan(car, "2027-02-28T09:00:00Z", END).expectProblem(409, "maintenance-conflict");

        assertThat(api.get(calendar).body()).isEqualTo(before);
        assertThat(api.pages("/maintenance-windows?carId=" + car)).isEmpty();
    }

    @Test
    void aCarOutOfServiceMayBeMaintainedARetiredOneNot() {
        var car = fleet.car(fleet.dealer());
        setStatus(car, "OUT_OF_SERVICE");
        var window = fleet.plan(car, START, END).expect(201);

        api.post(window.location() + "/cancellation", null).expect(200);
        setStatus(car, "RETIRED");

        fleet.plan(car, START, END).expectProblem(409, "car-retired");
    }

    @ParameterizedTest(name = "{0} to {1} is refused at {2}")
    @CsvSource({
        // Now is 2027-01-04T08:00:00Z.
        "2027-01-04T06:59:00Z, 2027-01-04T09:00:00Z, start, 60 min",
        "2027-03-01T09:00:00Z, 2027-03-01T09:14:00Z, end, 15 min",
        "2027-03-01T09:00:00Z, 2028-02-29T09:01:00Z, end, 8760 h",
        "2027-03-01T09:00:00Z, 2027-03-01T09:00:00Z, end, start",
        "2027-03-01T09:00:30Z, 2027-03-01T19:00:00Z, start, minute",
        "2027-03-01T09:00:00Z, 2027-03-01T19:00:00.5Z, end, minute"})
    void aPeriodBeyondTheLimitsIsRefusedWithTheLimit(String start, String end, String field, String limit) {
        var refused = fleet.plan(fleet.car(fleet.dealer()), start, end).expectInvalid(field);

        assertThat(refused.text("/errors/0/message")).contains(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T07:00:00Z, 2027-01-04T07:15:00Z",
        "2027-03-01T09:00:00Z, 2028-02-29T09:00:00Z",
        "2037-03-01T09:00:00Z, 2037-03-01T19:00:00Z"})
    void aPeriodAtTheLimitsIsPlanned(String start, String end) {
        fleet.plan(fleet.car(fleet.dealer()), start, end).expect(201);
    }

    @Test
    void everyRuleThatAWindowBreaksIsNamedAtOnce() {
        api.post("/maintenance-windows", """
                {"carId": "%s", "start": "2027-01-01T00:00:00Z", "end": "2026-01-01T00:00:00Z", "reason": ""}
                """.formatted(UUID.randomUUID())).expectInvalid("carId", "start", "end", "reason");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "{}")
    void aCancelledWindowFreesItsCar(String body) {
        var car = fleet.car(fleet.dealer());
        var window = fleet.plan(car, START, END).expect(201);

        var cancelled = api.post(window.location() + "/cancellation", body).expect(200);

        assertThat(cancelled.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "CANCELLED", "start": "2027-03-01T09:00:00Z",
                 "end": "2027-03-04T09:00:00Z", "reason": "brakes", "createdAt": "2027-01-04T08:00:00Z",
                 "allowedTransitions": []}
                """.formatted(window.id(), car, window.text("/dealerId"))));
        assertThat(cancelled.eTag()).isNotEqualTo(window.eTag());
        assertThat(api.get(window.location()).eTag()).isEqualTo(cancelled.eTag());
        fleet.plan(car, START, END).expect(201);
    }

    @Test
    void aSecondCancellationChangesNothing() {
        var window = fleet.plan(fleet.car(fleet.dealer()), START, END).expect(201);
        var first = api.post(window.location() + "/cancellation", null).expect(200);

        var second = api.post(window.location() + "/cancellation", null).expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
    }

    @Test
    void windowsAreListedByCarDealerAndStatus() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var later = fleet.plan(car, START, END).body();
        var sooner = fleet.plan(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").body();
        var other = fleet.plan(fleet.car(dealer), START, END).body();
        var cancelled = api.post("/maintenance-windows/%s/cancellation".formatted(
                fleet.plan(car, "2027-05-01T09:00:00Z", "2027-05-04T09:00:00Z").id()), null).body();
        fleet.plan(fleet.car(fleet.dealer()), START, END).expect(201);
        var windows = "/maintenance-windows";

        assertThat(api.pages(windows + "?dealerId=" + dealer)).containsExactly(later, sooner, other, cancelled);
        assertThat(api.pages(windows + "?carId=" + car)).containsExactly(later, sooner, cancelled);
        assertThat(api.pages(windows + "?status=CANCELLED&dealerId=" + dealer)).containsExactly(cancelled);
        assertThat(api.pages(windows + "?status=PLANNED&carId=" + car)).containsExactly(later, sooner);
        assertThat(api.pages(windows + "?status=IN_PROGRESS&dealerId=" + dealer)).isEmpty();
        assertThat(api.pages(windows + "?carId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void windowsAreListedThatOverlapATime() {
        var car = fleet.car(fleet.dealer());
        var first = fleet.plan(car, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").body();
        var second = fleet.plan(car, "2027-03-03T09:00:00Z", "2027-03-04T09:00:00Z").body();
        var windows = "/maintenance-windows?carId=" + car;

        assertThat(api.pages(windows + "&from=2027-03-02T08:59:59Z")).containsExactly(first, second);
        assertThat(api.pages(windows + "&from=2027-03-02T09:00:00Z")).containsExactly(second);
        assertThat(api.pages(windows + "&to=2027-03-03T09:00:00Z")).containsExactly(first);
        assertThat(api.pages(windows + "&from=2027-03-02T09:00:00Z&to=2027-03-03T09:00:00Z")).isEmpty();
        api.get(windows + "&from=%s&to=%s".formatted(END, START)).expectInvalid("to");
    }

    private void setStatus(String car, String status) {
        api.patch("/cars/" + car, "{\"status\": \"%s\"}".formatted(status), "If-Match", "*").expect(200);
    }
}
