package dev.fleetbooking.rest.problem;

import static dev.fleetbooking.rest.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.RestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemControllerTest extends RestTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeLeadsToItsPage(ProblemType type) {
        var page = get(type.uri());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(page.body()).contains(type.title(), type.meaning(), type.remedy());
    }

    @Test
    void knowsNoOtherTypes() {
        assertProblem(get("/problems/out-of-coffee"), 404, "not-found");
    }
}
