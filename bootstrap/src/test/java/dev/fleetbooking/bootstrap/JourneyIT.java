package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Weeks at a dealer's desk: search, hold, hand-over, a late return, and a car in the workshop. Start reading the tests here. */
class JourneyIT extends SystemTest {

    private static final String THREE_DAYS_IN_MARCH = "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";

    @Test
    void aFleetIsBookedHandedOverMaintainedAndNeverPromisedTwice() {
        // A dealer in Berlin opens. A returned car is cleaned for 90 minutes.
        var dealer = api.post("/dealers", """
                {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 90}
                """).expect(201).id();
        var golf = addCar(dealer, "B-CC 101", "VW", "Golf", "49.90");
        var corsa = addCar(dealer, "B-CC 102", "Opel", "Corsa", "44.50");

        // Ada looks for a car for three days in March. The cheaper one comes first.
        var search = api.get("/availability?%s&dealerId=%s".formatted(THREE_DAYS_IN_MARCH, dealer)).expect(200);
        assertThat(search.texts("/items", "/car/id")).containsExactly(corsa, golf);
        assertThat(search.texts("/items", "/quote/total/amount")).containsExactly("133.50", "149.70");

        // She prefers the Golf at the quoted price, and puts it on hold while she thinks.
        var ada = api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z",
                 "expectedTotal": {"amount": "149.70", "currency": "EUR"}, "hold": true}
                """.formatted(golf), "Idempotency-Key", "ada-1").expect(201);
        assertThat(ada.text("/status")).isEqualTo("HELD");
        assertThat(ada.text("/holdExpiresAt")).isEqualTo("2027-01-04T08:15:00Z");

        // Her connection breaks, so her phone sends the request again. The answer is the same booking.
        assertThat(api.post("/bookings", """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z",
                 "expectedTotal": {"amount": "149.70", "currency": "EUR"}, "hold": true}
                """.formatted(golf), "Idempotency-Key", "ada-1").expect(201).body()).isEqualTo(ada.body());

        // Grace wants the same car a day later. She learns why it is unavailable, when it is free, and what she can book instead.
        var refused = book(golf, "2027-03-02T09:00:00Z", "2027-03-05T09:00:00Z").expectProblem(409, "car-unavailable");
        assertThat(refused.text("/reasons/0")).isEqualTo("HELD");
        assertThat(refused.texts("/conflicts", "/kind")).containsExactly("HOLD", "TURNAROUND");
        assertThat(refused.text("/nextAvailableFrom")).isEqualTo("2027-03-04T10:30:00Z");
        assertThat(refused.texts("/alternatives", "/car/id")).containsExactly(corsa);

        // So she takes the Corsa, the day after Ada brings back the Golf.
        var grace = book(corsa, "2027-03-05T09:00:00Z", "2027-03-08T09:00:00Z").expect(201);
        assertThat(grace.text("/price/total/amount")).isEqualTo("133.50");

        // Ada has made up her mind, and stays a day longer. The price follows.
        ask(ada, "confirmation").expect(200);
        var confirmed = api.get(ada.location());
        var extended = api.patch(ada.location(), "{\"end\": \"2027-03-05T09:00:00Z\"}", "If-Match", confirmed.eTag()).expect(200);
        assertThat(extended.text("/price/total/amount")).isEqualTo("199.60");

        // Linus has the Golf after her.
        var linus = book(golf, "2027-03-05T12:00:00Z", "2027-03-06T12:00:00Z").expect(201);

        // In March she fetches the car, a few minutes early.
        at("2027-03-01T08:45:00Z");
        assertThat(ask(ada, "hand-over").expect(200).text("/status")).isEqualTo("ACTIVE");
        assertThat(api.get("/cars/%s?asOf=2027-03-01T08:45:00Z".formatted(golf)).text("/occupiedBy/id")).isEqualTo(ada.id());

        // Five days later she is not back. Linus is waiting, and the dealer sees that his booking is at risk.
        at("2027-03-05T11:00:00Z");
        assertThat(api.get(ada.location()).body().requiredAt("/overdue").asBoolean()).isTrue();
        assertThat(api.get(linus.location()).body().requiredAt("/atRisk").asBoolean()).isTrue();
        ask(linus, "hand-over").expectProblem(409, "car-not-returned");

        // She returns the car. It is cleaned until Linus comes, and he gets it.
        at("2027-03-05T11:20:00Z");
        assertThat(ask(ada, "return").expect(200).text("/status")).isEqualTo("COMPLETED");
        at("2027-03-05T12:05:00Z");
        ask(linus, "hand-over").expect(200);
        at("2027-03-06T11:50:00Z");
        ask(linus, "return").expect(200);

        // Meanwhile the Corsa rattles; the workshop needs it on the tenth, when it is booked.
        var katherine = book(corsa, "2027-03-10T09:00:00Z", "2027-03-12T09:00:00Z").expect(201);
        var occupied = plan(corsa, "reject").expectProblem(409, "maintenance-conflict");
        assertThat(occupied.text("/conflicts/0/bookingId")).isEqualTo(katherine.id());

        // She can have the Golf instead, at the price of the Corsa.
        var window = plan(corsa, "displace").expect(201);
        assertThat(window.text("/displaced/0/toCarId")).isEqualTo(golf);
        var moved = api.get(katherine.location());
        assertThat(moved.text("/carId")).isEqualTo(golf);
        assertThat(moved.body().requiredAt("/price")).isEqualTo(katherine.body().requiredAt("/price"));

        // The workshop is done a day early, and the Corsa is available again.
        at("2027-03-10T09:00:00Z");
        api.post(window.location() + "/start", null).expect(200);
        at("2027-03-10T17:00:00Z");
        api.post(window.location() + "/completion", null).expect(200);
        book(corsa, "2027-03-10T18:00:00Z", "2027-03-11T09:00:00Z").expect(201);

        // The events of Ada's booking are its history.
        assertThat(api.get(ada.location() + "/events").texts("/items", "/type")).containsExactly(
                "BookingHeld", "BookingConfirmed", "BookingRescheduled", "CarHandedOver", "CarReturned");
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private Api.Answer ask(Api.Answer booking, String transition) {
        return api.post(booking.location() + "/" + transition, null);
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

    private Api.Answer plan(String car, String onConflict) {
        return api.post("/maintenance-windows", """
                {"carId": "%s", "start": "2027-03-10T09:00:00Z", "end": "2027-03-11T09:00:00Z", "reason": "Rattles",
                 "onConflict": "%s"}
                """.formatted(car, onConflict));
    }
}
