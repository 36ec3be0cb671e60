package dev.fleetbooking.bootstrap;

import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/** Creates dealers, cars and bookings through the API, for tests of other things. Ids are strings. */
public final class Fleet {

    private static final AtomicInteger PLATES = new AtomicInteger();

    private final Api api;

    public Fleet(Api api) {
        this.api = api;
    }

    /** A dealer in Berlin with prices in euros and no turnaround. */
    public String dealer() {
        return dealer("Europe/Berlin", "EUR", 0);
    }

    public String dealer(String timeZone, String currency, int turnaroundMinutes) {
        return api.post("/dealers", """
                {"name": "City Cars", "timeZone": "%s", "currency": "%s", "turnaroundMinutes": %d}
                """.formatted(timeZone, currency, turnaroundMinutes)).expect(201).id();
    }

    /** A compact car for 49.90 EUR a day. */
    public String car(String dealer) {
        return car(dealer, "COMPACT", "49.90", "EUR");
    }

    public String car(String dealer, String category, String dailyPrice, String currency) {
        return api.post("/cars", car(dealer, plate(), category, dailyPrice, currency)).expect(201).id();
    }

    /** A plate that no car has yet. */
    public static String plate() {
        return "T " + PLATES.incrementAndGet();
    }

    /** The body that adds a car. */
    public static String car(String dealer, String plate, String category, String dailyPrice, String currency) {
        return """
                {"dealerId": "%s", "registrationPlate": "%s", "make": "VW", "model": "Golf", "modelYear": 2024,
                 "category": "%s", "dailyPrice": {"amount": "%s", "currency": "%s"}}
                """.formatted(dealer, plate, category, dailyPrice, currency);
    }

    /** The body that books a car. */
    public String booking(String car, Instant start, Instant end) {
        return """
                {"carId": "%s", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "%s", "end": "%s"}
                """.formatted(car, start, end);
    }

    /** A booking that lapses unless it is confirmed. */
    public Api.Answer hold(String car, String start, String end) {
        var booking = booking(car, Instant.parse(start), Instant.parse(end));
        return api.post("/bookings", with(booking, "\"hold\": true"));
    }

    /** The JSON object with an additional member. */
    public static String with(String object, String member) {
        return object.strip().replaceFirst("}$", ", " + Matcher.quoteReplacement(member) + "}");
    }

    /** The body that plans maintenance. */
    public String window(String car, Instant start, Instant end) {
        return """
                {"carId": "%s", "start": "%s", "end": "%s", "reason": "brakes"}
                """.formatted(car, start, end);
    }

    public Api.Answer book(String car, String start, String end) {
        return api.post("/bookings", booking(car, Instant.parse(start), Instant.parse(end)));
    }

    public Api.Answer plan(String car, String start, String end) {
        return api.post("/maintenance-windows", window(car, Instant.parse(start), Instant.parse(end)));
    }

    /** Requests a transition of the resource in an answer. */
    public Api.Answer ask(Api.Answer subject, String transition, String... headers) {
        return api.post(path(subject) + "/" + transition, null, headers);
    }

    /** Changes the resource in an answer, whatever its state. */
    public Api.Answer change(Api.Answer subject, String json) {
        return api.patch(path(subject), json, "If-Match", "*");
    }

    /** The current state of the resource in an answer. */
    public Api.Answer read(Api.Answer subject) {
        return api.get(path(subject)).expect(200);
    }

    private static String path(Api.Answer subject) {
        return (subject.body().has("customer") ? "/bookings/" : "/maintenance-windows/") + subject.id();
    }

    /** Plans maintenance with an additional member in the body, such as {@code "dryRun": true}. */
    public Api.Answer plan(String car, String start, String end, String member) {
        return api.post("/maintenance-windows", with(window(car, Instant.parse(start), Instant.parse(end)), member));
    }
}
