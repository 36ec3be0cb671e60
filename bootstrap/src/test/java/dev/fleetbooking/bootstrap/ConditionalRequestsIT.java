package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entity tags: one mechanism for everything that has a state (RFC 9110, section 13). */
class ConditionalRequestsIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    /** Everything that has a state, and a request that changes it. */
    enum Subject {
        DEALER("PATCH", "", "{\"turnaroundMinutes\": 5}"),
        CAR("PATCH", "", "{\"category\": \"SEDAN\"}"),
        BOOKING("PATCH", "", "{\"end\": \"2027-03-05T09:00:00Z\"}"),
        BOOKING_TRANSITION("POST", "/cancellation", "{\"reason\": \"rain\"}"),
        MAINTENANCE_WINDOW("PATCH", "", "{\"reason\": \"tyres\"}"),
        MAINTENANCE_WINDOW_TRANSITION("POST", "/cancellation", null);

        private final String method;
        private final String transition;
        private final String body;

        Subject(String method, String transition, String body) {
            this.method = method;
            this.transition = transition;
            this.body = body;
        }

        Api.Answer existing(Api api, Fleet fleet) {
            var dealer = fleet.dealer();
            var car = fleet.car(dealer);
            return api.get(switch (this) {
                case DEALER -> "/dealers/" + dealer;
                case CAR -> "/cars/" + car;
                case BOOKING, BOOKING_TRANSITION -> fleet.book(car, START, END).location();
                case MAINTENANCE_WINDOW, MAINTENANCE_WINDOW_TRANSITION -> fleet.plan(car, START, END).location();
            }).expect(200);
        }

        Api.Answer change(Api api, Api.Answer subject, String... headers) {
            return api.send(method, path(subject) + transition, body, headers);
        }

        String path(Api.Answer subject) {
            return subject.http().uri().getPath().substring("/api/v1".length());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTagIsStrongAndChangesWithTheState(Subject subject) {
        var before = subject.existing(api, fleet);
        var path = subject.path(before);
        api.get(path, "If-None-Match", before.eTag()).expect(304);

        var after = subject.change(api, before, "If-Match", before.eTag()).expect(200);

        assertThat(before.eTag()).startsWith("\"").endsWith("\"");
        assertThat(after.eTag()).startsWith("\"").isNotEqualTo(before.eTag());
        assertThat(api.get(path, "If-None-Match", before.eTag()).expect(200).eTag()).isEqualTo(after.eTag());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeForAnotherStateIsRefused(Subject subject) {
        var before = subject.existing(api, fleet);

        for (var tags : new String[] {"\"other\"", "W/" + before.eTag(), "\"other\", W/" + before.eTag()}) {
            subject.change(api, before, "If-Match", tags).expectProblem(412, "precondition-failed");
        }

        var after = api.get(subject.path(before));
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.eTag()).isEqualTo(before.eTag());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEALER", "CAR", "BOOKING", "MAINTENANCE_WINDOW"})
    void anEditThatChangesNothingKeepsTheTag(Subject subject) {
        var before = subject.existing(api, fleet);
        var path = subject.path(before);

        var untouched = api.patch(path, "{}", "If-Match", before.eTag()).expect(200);
        assertThat(untouched.body()).isEqualTo(before.body());
        assertThat(untouched.eTag()).isEqualTo(before.eTag());

        var changed = subject.change(api, before, "If-Match", "*").expect(200);
        var again = subject.change(api, before, "If-Match", "*").expect(200);
        assertThat(again.eTag()).isEqualTo(changed.eTag());
    }

    @Test
    void twoEditsOfTheSameStateDoNotBothSucceed() {
        var dealer = Subject.DEALER.existing(api, fleet);
        var path = Subject.DEALER.path(dealer);

        api.patch(path, "{\"name\": \"First\"}", "If-Match", dealer.eTag()).expect(200);
        api.patch(path, "{\"name\": \"Second\"}", "If-Match", dealer.eTag()).expectProblem(412, "precondition-failed");

        assertThat(api.get(path).text("/name")).isEqualTo("First");
    }
}
