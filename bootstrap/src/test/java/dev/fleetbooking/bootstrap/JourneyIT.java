package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One day at a dealer's desk, from the first car to a cancellation. Start reading the tests here. */
class JourneyIT extends SystemTest {

    private static final String THREE_DAYS_IN_MARCH = "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";

    @Test
    void aFleetIsBookedMaintainedAndNeverPromisedTwice() {
        // A dealer in Berlin opens shop. A returned car is cleaned for 90 minutes.
        var dealer = api.post("/dealers", """
                {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 90}
                """).expect(201).id();
        var golf = addCar(dealer, "B-CC 101", "VW", "Golf", "49.90");
        var corsa = addCar(dealer, "B-CC 102", "Opel", "Corsa", "44.50");

        // Ada looks for a car for three days in March. The cheaper one comes first.
        var search = api.get("/availability?%s&dealerId=%s".formatted(THREE_DAYS_IN_MARCH, dealer)).expect(200);
        assertThat(search.texts("/items", "/car/id")).containsExactly(corsa, golf);
        assertThat(search.texts("/items", "/quote/total/amount")).containsExactly("133.50", "149.70");

        // She prefers the Golf, and pays what she was told.
        var ada = api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z",
                 "expectedTotal": {"amount": "149.70", "currency": "EUR"}}
                """.formatted(golf)).expect(201);
        assertThat(ada.text("/status")).isEqualTo("CONFIRMED");

        // Grace wants the same car a day later. She learns why not, when it is free, and what she can have instead.
        var refused = book(golf, "2027-03-02T09:00:00Z", "2027-03-05T09:00:00Z").expectProblem(409, "car-unavailable");
        assertThat(refused.text("/reasons/0")).isEqualTo("BOOKED");
        assertThat(refused.texts("/conflicts", "/kind")).containsExactly("BOOKING", "TURNAROUND");
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-03-04T10:30:00Z");
        assertThat(refused.texts("/alternatives", "/car/id")).containsExactly(corsa);

        // So she takes the Corsa.
        var grace = book(corsa, "2027-03-02T09:00:00Z", "2027-03-05T09:00:00Z").expect(201);
        assertThat(grace.text("/price/total/amount")).isEqualTo("133.50");

        // The Golf needs new brakes, for which the workshop asks a day. Ada has it; the day before would fit.
        var occupied = plan(golf, "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expectProblem(409, "maintenance-conflict");
        assertThat(occupied.text("/conflicts/0/bookingId")).isEqualTo(ada.id());
        assertThat(occupied.text("/suggestions/0/start")).isEqualTo("2027-02-28T09:00:00Z");
        plan(golf, occupied.text("/suggestions/0/start"), occupied.text("/suggestions/0/end")).expect(201);

        // Its calendar now shows the workshop, Ada, and the cleaning after her.
        var calendar = api.get("/cars/%s/availability?from=2027-02-28T00:00:00Z&to=2027-03-05T00:00:00Z".formatted(golf));
        assertThat(calendar.texts("/busy", "/kind")).containsExactly("MAINTENANCE", "BOOKING", "TURNAROUND");

        // Nothing is left for anybody else in those days.
        assertThat(api.get("/availability?%s&dealerId=%s".formatted(THREE_DAYS_IN_MARCH, dealer))
                .texts("/items", "/car/id")).isEmpty();

        // Ada's flight is cancelled, and so is her booking. The Golf can be had again.
        api.post("/bookings/%s/cancellation".formatted(ada.id()), "{\"reason\": \"Flight cancelled\"}").expect(200);
        assertThat(api.get("/availability?%s&dealerId=%s".formatted(THREE_DAYS_IN_MARCH, dealer))
                .texts("/items", "/car/id")).containsExactly(golf);
    }

    private String addCar(String dealer, String plate, String make, String model, String dailyPrice) {
        return api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": "%s", "make": "%s", "model": "%s", "modelYear": 2024,
                 "category": "COMPACT", "dailyPrice": {"amount": "%s", "currency": "EUR"}}
                """.formatted(dealer, plate, make, model, dailyPrice)).expect(201).id();
    }

    private Api.Answer book(String car, String start, String end) {
        return api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Grace Hopper", "email": "grace@example.org"},
                 "start": "%s", "end": "%s"}
                """.formatted(car, start, end));
    }

    private Api.Answer plan(String car, String start, String end) {
        return api.post("/maintenance-windows", """
                {"carId": "%s", "start": "%s", "end": "%s", "reason": "New brakes"}
                """.formatted(car, start, end));
    }
}
