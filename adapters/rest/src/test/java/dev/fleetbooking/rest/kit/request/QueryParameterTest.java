package dev.fleetbooking.rest.kit.request;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParameterTest extends RestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?ownerId=5                                   | ownerId  | must be a UUID
            ?ownerId=                                    | ownerId  | must be a UUID
            ?currency=eur                                | currency | must match
            ?currency=                                   | currency | must match
            ?currency=%00                                | currency | must match
            ?status=                                     | status   | must be one of OPEN, CLOSED
            ?status=open                                 | status   | must be one of OPEN, CLOSED
            ?status=OPEN%20                              | status   | must be one of OPEN, CLOSED
            ?from=2027-03-01T09:00:00+01:00              | from     | send + as %2B
            ?from=2027-03-01                             | from     | must be an RFC 3339 date-time
            ?from=                                       | from     | must be an RFC 3339 date-time
            /search                                      | from     | is required
            /search?from=                                | from     | must be an RFC 3339 date-time
            ?maxPrice=1e2                                | maxPrice | plain decimal
            ?size=                                       | size     | must be a 32-bit integer
            ?size=0x10                                   | size     | must be a 32-bit integer
            ?size=010                                    | size     | must be a 32-bit integer
            ?size=%2B1                                   | size     | must be a 32-bit integer
            ?size=2147483648                             | size     | must be a 32-bit integer
            /5                                           | id       | must be a UUID
            ?LIMIT=5                                     | LIMIT    | is not a known query parameter
            /0197d1a2-7c7e-7000-8000-00000000000a?limit=5 | limit   | is not a known query parameter
            ?a%00b=1                                     | a\0b     | is not a known query parameter
            ?staus=OPEN                                  | staus    | is not a known query parameter
            ?status=OPEN&status=OPEN                     | status   | must not be given more than once
            ?limit=5&limit=5                             | limit    | must not be given more than once
            ?currency=%ff                                | query    | must be percent-encoded UTF-8
            """)
    void refusesUnknownAndMalformedParameters(String path, String field, String message) {
        assertMalformed(get(SampleController.PATH + path), field, message);
        assertThat(ports.lastCall()).isEmpty();
    }

    @Test
    void namesAllUnknownParametersAtOnce() {
        var problem = assertProblem(get(SampleController.PATH + "?a=1&b=2"), 400, "malformed-request");
        assertThat(problem.path("errors")).hasSize(2);
    }

    @Test
    void refusesWhatIsNoIdOfATransition() {
        assertMalformed(post(SampleController.PATH + "/null/closing", "{}"), "id", "must be a UUID");
    }

    @Test
    void writesHaveNoParameters() {
        assertMalformed(post(SampleController.PATH + "?dryRun=true", "{}"), "dryRun", "is not a known query parameter");
    }
}
