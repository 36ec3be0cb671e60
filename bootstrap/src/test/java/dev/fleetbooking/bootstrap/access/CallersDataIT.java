package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is kept for one caller tells another nothing, on all ways that were tried to get at it. */
class CallersDataIT extends SecuredServiceTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T09:00:00Z");

    @Autowired
    private JdbcClient database;

    private Api ada;
    private Api eve;
    private Api staff;
    private Api otherStaff;
    private String dealer;
    private String otherDealer;
    private String car;
    private String foreign;

    @BeforeEach
    void giveTwoDealersACar() {
        var fleet = new Fleet(admin);
        dealer = fleet.dealer();
        otherDealer = fleet.dealer();
        car = fleet.car(dealer);
        foreign = fleet.car(otherDealer);
        ada = nobody.with(tokens.customer("ada-" + dealer));
        eve = nobody.with(tokens.customer("eve-" + dealer));
        staff = nobody.with(tokens.staff(dealer));
        otherStaff = nobody.with(tokens.staff(otherDealer));
    }

    @Test
    void aKeyOfOneCallerIsAnotherKeyForOthers() {
        var adas = book(ada, car, "Idempotency-Key", "one").expect(201);

        assertThat(book(ada, car, "Idempotency-Key", "one").expect(201).header("Idempotent-Replayed")).contains("true");
        assertThat(book(eve, foreign, "Idempotency-Key", "one").expect(201).id()).isNotEqualTo(adas.id());
        book(eve, car, "Idempotency-Key", "two").expectProblem(409, "car-unavailable");
    }

    /** The same account, but somebody else by its role or its dealer. */
    @Test
    void aKeyBelongsToRoleAndDealerToo() {
        var same = "same-" + dealer;
        var wish = new Fleet(nobody).booking(car, START, END);
        nobody.with(tokens.staff(same, dealer)).post("/bookings", wish, "Idempotency-Key", "k").expect(201);

        nobody.with(tokens.staff(same, otherDealer)).post("/bookings", wish, "Idempotency-Key", "k").expectInvalid("carId");
        nobody.with(tokens.customer(same)).post("/bookings", wish, "Idempotency-Key", "k").expectProblem(409, "car-unavailable");
    }

    @Test
    void theKeyIsNotStoredAsItWasSent() {
        var key = "key-" + UUID.randomUUID();
        book(ada, car, "Idempotency-Key", key).expect(201);

        assertThat(database.sql("SELECT count(*) FROM idempotency_record WHERE key = :key").param("key", key)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void aCursorOfAnotherCallerIsRefused() {
        new Fleet(admin).car(dealer);
        var next = Api.encoded(ada.get("/cars?limit=1").expect(200).text("/next"));

        ada.get("/cars?limit=1&cursor=" + next).expect(200);
        eve.get("/cars?limit=1&cursor=" + next).expectProblem(400, "invalid-cursor");
        staff.get("/cars?limit=1&cursor=" + next).expectProblem(400, "invalid-cursor");
    }

    /** Neither the answer nor its tag may depend on what a caller may not know. */
    @Test
    void aForeignIdIsAnsweredLikeAnUnknownOne() {
        var booking = book(ada, car).expect(201);
        var tag = booking.eTag();
        for (var stranger : List.of(eve, otherStaff)) {
            for (var path : List.of("", "/confirmation", "/cancellation")) {
                var method = path.isEmpty() ? "GET" : "POST";
                var real = stranger.send(method, "/bookings/" + booking.id() + path, null, "If-Match", tag);
                var invented = stranger.send(method, "/bookings/" + UUID.randomUUID() + path, null, "If-Match", tag);
                real.expectProblem(404, "not-found");
                assertThat(withoutIds(real)).isEqualTo(withoutIds(invented));
            }
            stranger.get("/bookings/" + booking.id(), "If-None-Match", tag).expectProblem(404, "not-found");
            stranger.patch("/bookings/" + booking.id(), "{}").expectProblem(404, "not-found");
        }
    }

    private static JsonNode withoutIds(Api.Answer answer) {
        return Api.json(answer.http().body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\""));
    }

    @Test
    void carsOfAnotherDealerAreAnsweredLikeUnknownOnes() {
        var invented = UUID.randomUUID().toString();
        for (var id : List.of(foreign, invented)) {
            staff.post("/bookings", new Fleet(nobody).booking(id, START, END)).expectInvalid("carId");
            staff.post("/maintenance-windows", new Fleet(nobody).window(id, START, END)).expectInvalid("carId");
            staff.post("/maintenance-windows", Fleet.with(new Fleet(nobody).window(id, START, END), "\"onConflict\": \"displace\""))
                    .expectInvalid("carId");
            staff.get("/cars/" + id).expectProblem(404, "not-found");
        }
        for (var id : List.of(otherDealer, invented)) {
            staff.post("/cars", Fleet.car(id, "B-X 1", "COMPACT", "1", "EUR")).expectProblem(403, "forbidden");
        }
    }

    /** The plate of a foreign car must not be refused as a duplicate, which would tell that it exists. */
    @Test
    void platesOfAnotherDealerAreNotCompared() {
        var plate = admin.get("/cars/" + foreign).text("/registrationPlate");

        staff.post("/cars", Fleet.car(dealer, plate, "COMPACT", "1", "EUR")).expect(201);
    }

    @Test
    void aConflictSaysWhenButNotWhose() {
        var adas = book(ada, car).expect(201);

        var refusal = book(eve, car).expectProblem(409, "car-unavailable");
        assertThat(refusal.http().body()).contains("conflicts").doesNotContain(adas.id(), "ada@example.org");
        var explained = eve.get("/cars/%s/availability?from=%s&to=%s".formatted(car, START, END)).expect(200);
        assertThat(explained.http().body()).contains("BOOKED").doesNotContain(adas.id());
    }

    /** A customer who is not told of others' bookings still ends their lapsed holds. */
    @Test
    void theLapsedHoldOfAnotherCustomerCanBeReplaced() {
        var hold = ada.post("/bookings", Fleet.with(new Fleet(nobody).booking(car, START, END), "\"hold\": true")).expect(201);
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        var later = new Tokens(clock.instant());
        book(nobody.with(later.customer("eve-" + dealer)), car).expect(201);

        var events = nobody.with(later.staff(dealer)).get("/bookings/" + hold.id() + "/events").expect(200);
        assertThat(events.texts("/items", "/type")).containsExactly("BookingHeld", "BookingExpired");
        assertThat(events.text("/items/0/by/account")).isEqualTo("ada-" + dealer);
        assertThat(events.body().requiredAt("/items/1").has("by")).isFalse();
    }

    @Test
    void theFeedOfADealerIsInOrderAndContainsNoOthers() {
        book(ada, car).expect(201);
        book(eve, foreign).expect(201);

        var feed = staff.get("/events").expect(200);
        assertThat(feed.texts("/items", "/type")).containsExactly("CarAdded", "BookingMade");
        assertThat(feed.text("/items/1/by/role")).isEqualTo("CUSTOMER");
        assertThat(feed.http().body()).doesNotContain(foreign);
        assertThat(staff.get("/events?subject=" + foreign).expect(200).body().requiredAt("/items")).isEmpty();
    }

    private Api.Answer book(Api caller, String wanted, String... headers) {
        var body = new Fleet(nobody).booking(wanted, START, END);
        return caller.post("/bookings", body, headers);
    }
}
