package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarsIT extends SystemTest {

    @Test
    void anAddedCarIsAnsweredWhole() {
        var dealer = fleet.dealer();

        var car = api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": " b-ab 123 ", "make": " VW ", "model": "Golf", "modelYear": 2024,
                 "category": "COMPACT", "dailyPrice": {"amount": "49.90", "currency": "EUR"}}
                """.formatted(dealer)).expect(201);

        assertThat(car.body()).isEqualTo(json("""
                {"id": "%s", "dealerId": "%s", "registrationPlate": "B-AB 123", "make": "VW", "model": "Golf",
                 "modelYear": 2024, "category": "COMPACT", "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                 "status": "IN_SERVICE"}
                """.formatted(car.id(), dealer)));
        assertThat(car.location()).isEqualTo("/cars/" + car.id());
        assertThat(UUID.fromString(car.id()).version()).isEqualTo(7);
    }

    @Test
    void aCarIsReadAsItWasAnswered() {
        var car = add(fleet.dealer(), Fleet.plate()).expect(201);

        var read = api.get(car.location()).expect(200);

        assertThat(read.body()).isEqualTo(car.body());
        assertThat(read.eTag()).isEqualTo(car.eTag());
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, '\"49.9\"', 49.90", "EUR, 49.9, 49.90", "EUR, 0, 0.00", "EUR, '\"9999999999.99\"', 9999999999.99",
        "JPY, '\"14000\"', 14000", "JPY, 14000, 14000", "TND, '\"120.5\"', 120.500", "TND, 120.505, 120.505"})
    void anAmountIsPrintedWithTheDecimalsOfItsCurrency(String currency, String given, String printed) {
        var dealer = fleet.dealer("UTC", currency, 0);

        var car = api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": "P 1", "make": "VW", "model": "Golf", "modelYear": 2024,
                 "category": "COMPACT", "dailyPrice": {"amount": %s, "currency": "%s"}}
                """.formatted(dealer, given, currency)).expect(201);

        assertThat(car.body().requiredAt("/dailyPrice")).isEqualTo(json("""
                {"amount": "%s", "currency": "%s"}
                """.formatted(printed, currency)));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 49.905", "EUR, 49.9000", "JPY, 0.5", "TND, 1.2345", "EUR, -0.01", "EUR, 10000000000"})
    void anAmountThatTheCurrencyOrTheLimitsForbidIsRefused(String currency, String amount) {
        var dealer = fleet.dealer("UTC", currency, 0);

        api.post("/cars", Fleet.car(dealer, Fleet.plate(), "COMPACT", amount, currency)).expectInvalid("dailyPrice.amount");
    }

    @Test
    void everyRuleThatACarBreaksIsNamedAtOnce() {
        api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": "", "make": "", "model": "", "modelYear": 1949,
                 "category": "compact", "dailyPrice": {"amount": "1", "currency": "QQQ"}}
                """.formatted(UUID.randomUUID()))
                .expectInvalid("dealerId", "registrationPlate", "make", "model", "modelYear", "category",
                        "dailyPrice.currency");
    }

    @Test
    void aCarIsPricedInTheCurrencyOfItsDealer() {
        api.post("/cars", Fleet.car(fleet.dealer(), Fleet.plate(), "COMPACT", "49.90", "USD"))
                .expectInvalid("dailyPrice.currency");
    }

    @ParameterizedTest
    @CsvSource({"1949, 422", "1950, 201", "2028, 201", "2029, 422"})
    void theModelYearIsAtMostNextYear(int year, int status) {
        api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": "P 1", "make": "VW", "model": "Golf", "modelYear": %d,
                 "category": "COMPACT", "dailyPrice": {"amount": "49.90", "currency": "EUR"}}
                """.formatted(fleet.dealer(), year)).expect(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact", "1A", "", "A-B", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456"})
    void aCategoryIsAnUpperCaseIdentifierOfAtMost32Characters(String category) {
        api.post("/cars", Fleet.car(fleet.dealer(), Fleet.plate(), category, "49.90", "EUR")).expectInvalid("category");
    }

    @Test
    void aPlateHasAtMostSixteenCharacters() {
        add(fleet.dealer(), "品川 300 あ 12-34ÄÖ").expect(201);
        add(fleet.dealer(), "12345678901234567").expectInvalid("registrationPlate");
    }

    @Test
    void aPlateIsUniqueWithinItsDealerOnly() {
        var dealer = fleet.dealer();
        add(dealer, "B-AB 123").expect(201);

        add(dealer, " b-ab 123").expectProblem(409, "duplicate-registration-plate");

        assertThat(api.pages("/cars?dealerId=" + dealer)).hasSize(1);
        add(fleet.dealer(), "B-AB 123").expect(201);
    }

    @Test
    void aPlateIsOneHoweverItIsWritten() {
        var dealer = fleet.dealer();

        var car = add(dealer, "M\u2011\u00e4\u00a01").expect(201);

        assertThat(car.text("/registrationPlate")).isEqualTo("M-\u00c4 1");
        for (var spelling : List.of("M-\u00c4 1", "m-\u00e4  1", "M-\u00c4\u00a01", "M-A\u0308 1", "\uff2d\u2212\u00c4 \uff11")) {
            add(dealer, spelling).expectProblem(409, "duplicate-registration-plate");
        }
        assertThat(api.pages("/cars?dealerId=" + dealer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "\u200b, must not contain U+200B (ZERO WIDTH SPACE)", "\u00ad, must not contain U+00AD (SOFT HYPHEN)",
        "\u202e, must not contain U+202E (RIGHT-TO-LEFT OVERRIDE)", "\u0378, must not contain U+0378 (unassigned)"
    })
    void aCharacterThatAPlateCannotHaveIsNamed(String character, String message) {
        var refused = add(fleet.dealer(), "B" + character + "1").expectInvalid("registrationPlate");

        assertThat(refused.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void aChangeOfOneFieldLeavesTheOthers() {
        var car = add(fleet.dealer(), "B-AB 123").expect(201);

        change(car.id(), "{\"dailyPrice\": {\"amount\": \"55.00\", \"currency\": \"EUR\"}}").expect(200);
        change(car.id(), "{\"category\": \"SEDAN\"}").expect(200);
        var changed = change(car.id(), "{\"status\": \"OUT_OF_SERVICE\"}").expect(200);

        assertThat(changed.body()).isEqualTo(json("""
                {"id": "%s", "dealerId": "%s", "registrationPlate": "B-AB 123", "make": "VW", "model": "Golf",
                 "modelYear": 2024, "category": "SEDAN", "dailyPrice": {"amount": "55.00", "currency": "EUR"},
                 "status": "OUT_OF_SERVICE"}
                """.formatted(car.id(), car.text("/dealerId"))));
        assertThat(api.get("/cars/" + car.id()).body()).isEqualTo(changed.body());
    }

    @Test
    void aChangedPriceTouchesNoBooking() {
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").expect(201);

        change(car, "{\"dailyPrice\": {\"amount\": \"55.00\", \"currency\": \"EUR\"}}").expect(200);

        assertThat(api.get("/bookings/" + booking.id()).body()).isEqualTo(booking.body());
    }

    @Test
    void aChangeObeysTheRulesOfACar() {
        var car = fleet.car(fleet.dealer());

        change(car, "{\"category\": \"small\", \"dailyPrice\": {\"amount\": \"-1\", \"currency\": \"EUR\"}}")
                .expectInvalid("category", "dailyPrice.amount");
        change(car, "{\"dailyPrice\": {\"amount\": \"1\", \"currency\": \"USD\"}}").expectInvalid("dailyPrice.currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrationPlate", "dealerId", "make", "model", "id"})
    void whatNeverChangesCannotBeChanged(String field) {
        change(fleet.car(fleet.dealer()), "{\"%s\": \"X\"}".formatted(field)).expectMalformed(field);
    }

    @Test
    void aCarGoesOutOfServiceAndComesBack() {
        var car = fleet.car(fleet.dealer());

        assertThat(change(car, "{\"status\": \"OUT_OF_SERVICE\"}").expect(200).text("/status")).isEqualTo("OUT_OF_SERVICE");
        assertThat(change(car, "{\"status\": \"IN_SERVICE\"}").expect(200).text("/status")).isEqualTo("IN_SERVICE");
    }

    @Test
    void aRetiredCarStaysRetired() {
        var car = fleet.car(fleet.dealer());
        var retired = change(car, "{\"status\": \"RETIRED\"}").expect(200);

        change(car, "{\"status\": \"IN_SERVICE\"}").expectProblem(409, "car-retired");

        assertThat(change(car, "{\"status\": \"RETIRED\"}").expect(200).eTag()).isEqualTo(retired.eTag());
    }

    @Test
    void aBookedCarStaysInService() {
        var car = fleet.car(fleet.dealer());
        var before = api.get("/cars/" + car);
        var later = fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201).id();
        var sooner = fleet.book(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").expect(201).id();
        fleet.plan(car, "2027-04-01T09:00:00Z", "2027-04-02T09:00:00Z").expect(201);

        var refused = change(car, "{\"status\": \"OUT_OF_SERVICE\", \"category\": \"SEDAN\"}")
                .expectProblem(409, "car-has-occupancies");

        assertThat(refused.body().requiredAt("/occupancies")).isEqualTo(json("""
                [{"kind": "BOOKING", "id": "%s", "start": "2027-02-01T09:00:00Z", "end": "2027-02-04T09:00:00Z"},
                 {"kind": "BOOKING", "id": "%s", "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z"}]
                """.formatted(sooner, later)));
        assertThat(api.get("/cars/" + car).body()).isEqualTo(before.body());
        assertThat(api.get("/cars/" + car).eTag()).isEqualTo(before.eTag());
    }

    @Test
    void aCarWithMaintenanceGoesOutOfServiceButDoesNotRetire() {
        var car = fleet.car(fleet.dealer());
        var window = fleet.plan(car, "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201).id();

        var refused = change(car, "{\"status\": \"RETIRED\"}").expectProblem(409, "car-has-occupancies");

        assertThat(refused.body().requiredAt("/occupancies")).isEqualTo(json("""
                [{"kind": "MAINTENANCE", "id": "%s", "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z"}]
                """.formatted(window)));
        change(car, "{\"status\": \"OUT_OF_SERVICE\"}").expect(200);
    }

    @Test
    void whatIsOverDoesNotKeepACarInService() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").expect(201);

        clock.set(Instant.parse("2027-03-04T09:00:00Z"));

        change(car, "{\"status\": \"RETIRED\"}").expect(200);
    }

    @Test
    void carsAreListedByDealerCategoryAndStatus() {
        var dealer = fleet.dealer();
        var compact = api.get("/cars/" + fleet.car(dealer, "COMPACT", "49.90", "EUR")).body();
        var sedan = api.get("/cars/" + fleet.car(dealer, "SEDAN", "89.00", "EUR")).body();
        var parked = change(fleet.car(dealer, "SEDAN", "89.00", "EUR"), "{\"status\": \"OUT_OF_SERVICE\"}").body();
        fleet.car(fleet.dealer());

        assertThat(api.pages("/cars?dealerId=" + dealer)).containsExactly(compact, sedan, parked);
        assertThat(api.pages("/cars?category=SEDAN&dealerId=" + dealer)).containsExactly(sedan, parked);
        assertThat(api.pages("/cars?status=IN_SERVICE&dealerId=" + dealer)).containsExactly(compact, sedan);
        assertThat(api.pages("/cars?status=OUT_OF_SERVICE&category=SEDAN&dealerId=" + dealer)).containsExactly(parked);
        assertThat(api.pages("/cars?status=RETIRED&dealerId=" + dealer)).isEmpty();
        assertThat(api.pages("/cars?category=VAN&dealerId=" + dealer)).isEmpty();
        assertThat(api.pages("/cars?dealerId=" + UUID.randomUUID())).isEmpty();
    }

    private Api.Answer add(String dealer, String plate) {
        return api.post("/cars", Fleet.car(dealer, plate, "COMPACT", "49.90", "EUR"));
    }

    private Api.Answer change(String car, String json) {
        return api.patch("/cars/" + car, json, "If-Match", "*");
    }
}
