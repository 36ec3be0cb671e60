package dev.fleetbooking.bootstrap.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.bootstrap.SystemTest;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.booking.BookingId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What Prometheus scrapes. The service is shared with other tests, so only differences count. */
class MetricsIT extends SystemTest {

    @Autowired
    private TransactionBoundary boundary;

    @Autowired
    private CancelBooking cancelBooking;

    private String car;
    private String before;

    @BeforeEach
    void makeACar() {
        car = fleet.car(fleet.dealer());
        before = scrape();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runbook.md", "defence.md"})
    void theMetricsThatDocumentsNameAreServed(String document) throws Exception {
        var names = Pattern.compile("`((?:fleet|http|hikaricp|jvm|process|system|disk|logback)_\\w+)")
                .matcher(Files.readString(Path.of("..", "docs", document))).results().map(name -> name.group(1)).distinct();

        api.post("/bookings", booking()).expect(201);
        api.post("/bookings", booking()).expectProblem(409, "car-unavailable");

        var served = scrape();
        assertThat(names).as("metrics in the document; correct those that are not served").isNotEmpty()
                .allSatisfy(name -> assertThat(served).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void aBookingIsCountedAndARefusalWithItsReasons() {
        api.post("/bookings", booking()).expect(201);
        api.post("/bookings", booking()).expectProblem(409, "car-unavailable");

        assertCounted("fleet_use_case_calls_total{outcome=\"ok\",use_case=\"BookCar\"}", 1);
        assertCounted("fleet_use_case_calls_total{outcome=\"CarUnavailable\",use_case=\"BookCar\"}", 1);
        assertCounted("fleet_car_unavailable_total{reason=\"BOOKED\"}", 1);
        assertCounted("fleet_events_total{type=\"BOOKING_MADE\"}", 1);
    }

    @Test
    void aHoldThatLapsesIsCounted() {
        api.post("/bookings", booking().replaceFirst("}\\s*$", ", \"hold\": true}")).expect(201);
        clock.set(NOW.plus(Duration.ofMinutes(16)));
        api.post("/bookings", booking()).expect(201);

        assertCounted("fleet_events_total{type=\"BOOKING_HELD\"}", 1);
        assertCounted("fleet_events_total{type=\"BOOKING_EXPIRED\"}", 1);
    }

    @Test
    void anEventThatIsRolledBackIsNotCounted() {
        var booking = new BookingId(UUID.fromString(api.post("/bookings", booking()).expect(201).id()));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> boundary.call(false, () -> {
            cancelBooking.cancel(booking, Precondition.NONE, Optional.empty());
            throw new IllegalStateException("after the event");
        }));

        assertCounted("fleet_events_total{type=\"BOOKING_CANCELLED\"}", 0);
    }

    @Test
    void retriesAreCounted() {
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> boundary.call(false, () ->
                database.sql("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$").update()));

        assertCounted("fleet_transaction_retries_total", 3);
    }

    @Test
    void requestsHaveAHistogramByRouteAndThePoolIsMeasured() {
        api.get("/cars/" + car).expect(200);

        assertThat(scrape())
                .containsPattern("http_server_requests_seconds_bucket\\{.*status=\"200\",uri=\"/api/v1/cars/\\{id}\",le=\"0.\\d+\"}")
                .contains("hikaricp_connections_active{", "hikaricp_connections_pending{")
                .doesNotContain(car);
    }

    private String booking() {
        return fleet.booking(car, NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)));
    }

    private void assertCounted(String meter, int times) {
        assertThat(value(scrape(), meter) - value(before, meter)).as(meter).isEqualTo(times);
    }

    private static double value(String scrape, String meter) {
        var found = Pattern.compile("^" + Pattern.quote(meter) + " (.*)$", Pattern.MULTILINE).matcher(scrape);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private String scrape() {
        return api.raw("GET", "/actuator/prometheus", null).expect(200).http().body();
    }
}
