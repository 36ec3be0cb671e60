package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The entity tags of real resources. How tags are read and compared is in {@code EntityTagTest}. */
class ConditionalRequestsIT extends SystemTest {

    @Test
    void theTagOfEveryResourceChangesWithItsState() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var booking = fleet.book(car, "2027-03-01T09:00:00Z", "2027-03-04T09:00:00Z").location();
        var window = fleet.plan(car, "2027-04-01T09:00:00Z", "2027-04-04T09:00:00Z").location();

        assertTagChangesWithState("/dealers/" + dealer, "{\"turnaroundMinutes\": 5}");
        assertTagChangesWithState("/cars/" + car, "{\"category\": \"SEDAN\"}");
        assertTagChangesWithState(booking, "{\"end\": \"2027-03-05T09:00:00Z\"}");
        assertTagChangesWithState(window, "{\"reason\": \"tyres\"}");
    }

    private void assertTagChangesWithState(String path, String change) {
        var before = api.get(path).expect(200).eTag();
        api.get(path, "If-None-Match", before).expect(304);

        var after = api.patch(path, change, "If-Match", before).expect(200).eTag();

        assertThat(after).isNotEqualTo(before);
        assertThat(api.get(path, "If-None-Match", before).expect(200).eTag()).isEqualTo(after);
        api.patch(path, change, "If-Match", before).expectProblem(412, "precondition-failed");
    }
}
