package dev.fleetbooking.rest.kit.paging;

import static dev.fleetbooking.rest.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PagingTest extends RestTest {

    private static final String SEARCH = "/api/v1/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";

    @Test
    void theLastPageHasNoNext() {
        assertThat(get("/api/v1/dealers").body()).doesNotContain("next");
    }

    @Test
    void theNextPageFollowsTheLastItemSeen() {
        get("/api/v1/cars?category=SUV&limit=7&cursor=" + next("/api/v1/cars?category=SUV"));
        assertThat(asked()).isEqualTo(new PageRequest<>(Optional.of(Samples.CAR.id()), 7));
    }

    @Test
    void theOrderOfFiltersDoesNotMatter() {
        var cursor = next("/api/v1/cars?category=SUV&status=IN_SERVICE");
        assertThat(get("/api/v1/cars?cursor=" + cursor + "&status=IN_SERVICE&category=SUV").statusCode()).isEqualTo(200);
    }

    @Test
    void searchesContinueAfterTheLastOfferSeen() {
        get(SEARCH + "&cursor=" + next(SEARCH));
        var key = FindAvailableCars.Key.of(Samples.OFFER);
        assertThat(asked()).isEqualTo(new PageRequest<>(Optional.of(key), Limit.DEFAULT.value()));
    }

    @Test
    void refusesACursorOfOtherFiltersOrAnotherList() {
        var cursor = next("/api/v1/cars?category=SUV");
        for (var path : List.of("/api/v1/cars?category=COMPACT&", "/api/v1/cars?", "/api/v1/dealers?", "/api/v1/bookings?",
                "/api/v1/maintenance-windows?", SEARCH + "&")) {
            assertProblem(get(path + "cursor=" + cursor), 400, "invalid-cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "%00", "AAAA", "%25", "%F0%9F%9A%97", "MTJlNGE4YTI", "not+base64"})
    void refusesMalformedCursors(String cursor) {
        assertProblem(get("/api/v1/cars?cursor=" + cursor), 400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/dealers?", "/api/v1/cars?", "/api/v1/bookings?", "/api/v1/maintenance-windows?", SEARCH + "&"})
    void refusesACursorThatWasCutOrExtended(String path) {
        var cursor = next(path);
        assertProblem(get(path + "cursor=" + cursor.substring(1)), 400, "invalid-cursor");
        assertProblem(get(path + "cursor=" + cursor + "A"), 400, "invalid-cursor");
    }

    @Test
    void withoutALimitAPageHoldsTwenty() {
        get("/api/v1/cars");
        assertThat(asked()).isEqualTo(new PageRequest<>(Optional.empty(), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "1.0", "01", "ten", "%2B5", "99999999999"})
    void refusesLimitsOutsideOneToAHundred(String limit) {
        assertMalformed(get("/api/v1/cars?limit=" + limit), "limit", "must be an integer from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 99, 100})
    void passesLimitsOn(int limit) {
        get("/api/v1/cars?limit=" + limit);
        assertThat(asked()).isEqualTo(new PageRequest<>(Optional.empty(), limit));
    }

    private String next(String path) {
        ports.haveMorePages();
        return new JsonMapper().readTree(get(path).body()).path("next").asString();
    }

    private Object asked() {
        return ports.asked(List.class).getLast();
    }
}
