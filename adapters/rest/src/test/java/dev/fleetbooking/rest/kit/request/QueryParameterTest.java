package dev.fleetbooking.rest.kit.request;

import static dev.fleetbooking.rest.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.RestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParameterTest extends RestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /cars?dealerId=5                                   | dealerId      | must be a UUID
            /cars?dealerId=                                    | dealerId      | must be a UUID
            /cars?category=compact                             | category      | must match
            /cars?category=                                    | category      | must match
            /cars?category=%00                                 | category      | must match
            /cars?status=                                      | status        | must be one of IN_SERVICE
            /cars?status=in_service                            | status        | must be one of IN_SERVICE
            /cars?status=IN_SERVICE%20                         | status        | must be one of IN_SERVICE
            /bookings?status=0                                 | status        | must be one of HELD
            /maintenance-windows?status=HELD                   | status        | must be one of PLANNED
            /bookings?from=2027-03-01T09:00:00+01:00           | from          | send + as %2B
            /bookings?to=2027-03-01                            | to            | must be an RFC 3339 date-time
            /bookings?from=yesterday                           | from          | must be an RFC 3339 date-time
            /maintenance-windows?carId=1-1-1-1-1               | carId         | must be a UUID
            /availability                                      | from          | is required
            /availability?from=2027-03-01T09:00:00Z            | to            | is required
            /availability?from=&to=2027-03-01T09:00:00Z        | from          | must be an RFC 3339 date-time
            /availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=eur | currency | must match
            /availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=1e2 | maxDailyPrice | plain decimal
            /availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&maxDailyPrice=50 | maxDailyPrice | needs dealerId or currency
            /cars?asOf=2027-03-01                              | asOf          | must be an RFC 3339 date-time
            /cars/0197d1a2-7c7e-7000-8000-00000000000a?asOf=   | asOf          | must be an RFC 3339 date-time
            /events?after=                                     | after         | must be an integer, 0 or more
            /events?after=-1                                   | after         | must be an integer, 0 or more
            /events?after=x                                    | after         | must be an integer, 0 or more
            /events?after=1000000000000000000                  | after         | at most 18 digits
            /events?after=9223372036854775808                  | after         | at most 18 digits
            /events?limit=0                                    | limit         | must be an integer from 1 to 100
            /events?limit=101                                  | limit         | must be an integer from 1 to 100
            /events?subject=1-1-1-1-1                          | subject       | must be a UUID
            /events?cursor=x                                   | cursor        | is not a known query parameter
            /cars/5                                            | id            | must be a UUID
            /dealers/1-1-1-1-1                                 | id            | must be a UUID
            /bookings/null                                     | id            | must be a UUID
            /maintenance-windows/%20                           | id            | must be a UUID
            /dealers?LIMIT=5                                   | LIMIT         | is not a known query parameter
            /dealers?asOf=2027-03-01T09:00:00Z                 | asOf          | is not a known query parameter
            /dealers/0197d1a2-7c7e-7000-8000-00000000000a?limit=5 | limit      | is not a known query parameter
            /dealers?a%00b=1                                   | a\0b          | is not a known query parameter
            /cars?staus=IN_SERVICE                             | staus         | is not a known query parameter
            /cars?status=RETIRED&status=RETIRED                | status        | must not be given more than once
            /cars?limit=5&limit=5                              | limit         | must not be given more than once
            /cars?category=%ff                                 | query         | must be percent-encoded UTF-8
            """)
    void refusesUnknownAndMalformedParameters(String path, String field, String message) {
        assertMalformed(get("/api/v1" + path), field, message);
        assertThat(ports.asked(Object.class)).isNull();
    }

    @Test
    void namesAllUnknownParametersAtOnce() {
        var problem = assertProblem(get("/api/v1/cars?a=1&b=2"), 400, "malformed-request");
        assertThat(problem.path("errors")).hasSize(2);
    }

    @Test
    void refusesWhatIsNoIdOfATransition() {
        assertMalformed(post("/api/v1/bookings/null/cancellation", "{}"), "id", "must be a UUID");
    }

    @Test
    void writesHaveNoParameters() {
        assertMalformed(post("/api/v1/dealers?dryRun=true", "{}"), "dryRun", "is not a known query parameter");
    }
}
