package dev.fleetbooking.rest.kit.paging;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PagingTest extends RestTest {

    private static final String LIST = SampleController.PATH;
    private static final String SEARCH = LIST + "/search?from=2027-03-01T09:00:00Z";

    @Test
    void theLastPageHasNoNext() {
        assertThat(get(LIST).body()).doesNotContain("next");
    }

    @Test
    void theNextPageFollowsTheLastItemSeen() {
        get(LIST + "?status=OPEN&limit=7&cursor=" + next(LIST + "?status=OPEN"));
        var last = new SampleController.Id(SampleController.SAMPLE.id());
        assertThat(ports.asked(PageRequest.class)).isEqualTo(new PageRequest<>(Optional.of(last), 7));
    }

    @Test
    void theOrderOfFiltersDoesNotMatter() {
        var cursor = next(LIST + "?currency=EUR&status=OPEN");
        assertThat(get(LIST + "?cursor=" + cursor + "&status=OPEN&currency=EUR").statusCode()).isEqualTo(200);
    }

    @Test
    void aListMayBeInTheOrderOfAnotherKey() {
        get(SEARCH + "&cursor=" + next(SEARCH));
        assertThat(ports.asked(PageRequest.class))
                .isEqualTo(new PageRequest<>(Optional.of(SampleController.SAMPLE.name()), Limit.DEFAULT.value()));
    }

    @Test
    void refusesACursorOfOtherFiltersOrAnotherList() {
        var cursor = next(LIST + "?status=OPEN");
        for (var path : List.of(LIST + "?status=CLOSED&", LIST + "?", SEARCH + "&")) {
            assertProblem(get(path + "cursor=" + cursor), 400, "invalid-cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "%00", "AAAA", "%25", "%F0%9F%9A%97", "MTJlNGE4YTI", "not+base64"})
    void refusesMalformedCursors(String cursor) {
        assertProblem(get(LIST + "?cursor=" + cursor), 400, "invalid-cursor");
    }

    @Test
    void withoutALimitAPageHoldsTwenty() {
        get(LIST);
        assertThat(ports.asked(PageRequest.class)).isEqualTo(new PageRequest<>(Optional.empty(), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "1.0", "01", "ten", "%2B5", "99999999999"})
    void refusesLimitsOutsideOneToAHundred(String limit) {
        assertMalformed(get(LIST + "?limit=" + limit), "limit", "must be an integer from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 99, 100})
    void passesLimitsOn(int limit) {
        get(LIST + "?limit=" + limit);
        assertThat(ports.asked(PageRequest.class)).isEqualTo(new PageRequest<>(Optional.empty(), limit));
    }

    private String next(String path) {
        ports.haveMorePages();
        return new JsonMapper().readTree(get(path).body()).path("next").asString();
    }
}
