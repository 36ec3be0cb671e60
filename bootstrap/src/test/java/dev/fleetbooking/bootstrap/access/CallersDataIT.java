package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept for one caller tells another nothing, on all ways that were tried to get at it. */
class CallersDataIT extends SecuredServiceTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T09:00:00Z");

    @Autowired
    private JdbcClient database;

    private Api ada;
    private Api eve;
    private Api staff;
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

    private Api.Answer book(Api caller, String wanted, String... headers) {
        var body = new Fleet(nobody).booking(wanted, START, END);
        return caller.post("/bookings", body, headers);
    }
}
