package dev.fleetbooking.rest.car;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.ExplainAvailability;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import tools.jackson.databind.json.JsonMapper;

class AvailabilityControllerTest extends RestTest {

    @Test
    void findsOffers() throws Exception {
        var response = get("/api/v1/availability?from=2027-03-01T10:00:00%2B01:00&to=2027-03-04T09:00:00Z&dealerId="
                + Samples.ID + "&category=COMPACT&currency=EUR&maxDailyPrice=50.5");

        JSONAssert.assertEquals("""
                {items: [{car: {id: '0197d1a2-7c7e-7000-8000-00000000000a', registrationPlate: 'B-AB 123'},
                          quote: {days: 3, dailyPrice: {amount: '49.90', currency: 'EUR'},
                                  total: {amount: '149.70', currency: 'EUR'}}}]}""", response.body(), false);
        assertThat(ports.asked(FindAvailableCars.Query.class)).isEqualTo(new FindAvailableCars.Query(
                Samples.PERIOD.start(), Samples.PERIOD.end(), Optional.of(Samples.DEALER.id()),
                Optional.of(new Category("COMPACT")), Optional.of("EUR"),
                Optional.of(new BigDecimal("50.5"))));
    }

    /** The code of gold, and a code that does not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"XAU", "ZZZ"})
    void acceptsEveryCodeInTheFormOfACurrency(String currency) {
        var response = get("/api/v1/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=" + currency);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ports.asked(FindAvailableCars.Query.class).currency()).contains(currency);
    }

    @Test
    void continuesAfterTheLastOfferSeen() {
        ports.haveMorePages();
        var search = "/api/v1/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";
        get(search + "&cursor=" + new JsonMapper().readTree(get(search).body()).path("next").asString());
        assertThat(ports.asked(PageRequest.class))
                .isEqualTo(new PageRequest<>(Optional.of(FindAvailableCars.Key.of(Samples.OFFER)), 20));
    }

    @Test
    void aHighestPriceNeedsACurrency() {
        var search = "/api/v1/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&maxDailyPrice=50";
        assertMalformed(get(search), "maxDailyPrice", "needs dealerId or currency");
        assertThat(ports.lastCall()).isEmpty();
    }

    @Test
    void explainsOneCar() throws Exception {
        var path = "/api/v1/cars/" + Samples.ID + "/availability?from=2027-03-01T09:00:00.5Z&to=2027-03-05T09:00:00Z";

        JSONAssert.assertEquals("""
                {carId: '0197d1a2-7c7e-7000-8000-00000000000a', from: '2027-03-01T09:00:00.500Z', to: '2027-03-05T09:00:00Z',
                 available: false, reasons: ['BOOKED'],
                 busy: [{start: '2027-03-01T09:00:00Z', end: '2027-03-04T09:00:00Z', kind: 'BOOKING'}],
                 free: [{start: '2027-03-01T09:00:00.500Z', end: '2027-03-05T09:00:00Z'}],
                 nextAvailableFrom: '2027-03-04T09:00:00Z'}""", get(path).body(), true);
        assertThat(ports.asked(ExplainAvailability.Query.class)).isEqualTo(new ExplainAvailability.Query(
                Samples.CAR.id(), Instant.parse("2027-03-01T09:00:00.5Z"), Instant.parse("2027-03-05T09:00:00Z")));
    }

    @Test
    void answersMustNotBeStored() {
        var window = "/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";
        for (var path : List.of("/api/v1" + window, "/api/v1/cars/" + Samples.ID + window)) {
            var response = get(path, "If-None-Match", "*");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.headers().firstValue("ETag")).isEmpty();
        }
    }
}
