package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that only the database could fail on. */
class BadParametersIT extends SystemTest {

    private static final String SEARCH = "/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";

    @ParameterizedTest
    @ValueSource(strings = {
        "0000-01-01T00:00:00Z", "0001-01-01T00:00:00%2B18:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-18:00"})
    void timesFarOutOfRangeAreFilteredByOrRefused(String instant) {
        for (var list : new String[] {"/bookings", "/maintenance-windows"}) {
            assertThat(api.get(list + "?from=" + instant).status()).isIn(200, 400);
            assertThat(api.get(list + "?to=" + instant).status()).isIn(200, 400);
        }
        var car = "/cars/" + fleet.car(fleet.dealer());
        api.get("/availability?from=%s&to=2027-03-04T09:00:00Z".formatted(instant)).expectRefusedAt("from", "to");
        api.get("%s/availability?from=2027-03-01T09:00:00Z&to=%s".formatted(car, instant)).expectRefusedAt("to");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:01Z", "0001-01-01T00:00:00Z, 0001-04-03T00:00:00Z",
        "1999-03-01T00:00:00Z, 1999-03-01T00:00:01Z", "9999-12-01T00:00:00Z, 9999-12-31T23:59:59Z"})
    void aWindowIsExplainedWhereverInTimeItLies(String from, String to) {
        var car = "/cars/" + fleet.car(fleet.dealer());

        assertThat(api.get("%s/availability?from=%s&to=%s".formatted(car, from, to)).expect(200).texts("/free", "/start"))
                .containsExactly(from);
    }
}
