package dev.fleetbooking.rest.history;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;

class EventControllerTest extends RestTest {

    private static final String FACTS = """
            {"status": "%s", "carId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z",
             "dailyPrice": {"amount": "49.90", "currency": "EUR"}, "total": {"amount": "149.70", "currency": "EUR"}%s}""";
    private static final String EVENTS = """
            {"items": [{"sequence": 17, "type": "BookingCancelled", "occurredAt": "2027-02-01T08:30:00.250Z",
                        "subject": {"kind": "BOOKING", "id": "0197d1a2-7c7e-7000-8000-00000000000a"},
                        "data": {"before": %s, "after": %s}}]}""".formatted(
            FACTS.formatted("CONFIRMED", ""), FACTS.formatted("CANCELLED", ", \"reason\": \"flight cancelled\""));
    private static final ListEvents.Sequenced CAR_ADDED = new ListEvents.Sequenced(1, new Event(
            EventType.CAR_ADDED, Samples.CREATED_AT, new Subject(Subject.Kind.CAR, Samples.ID, Samples.DEALER.id()),
            Optional.of(new Actor(new AccountId("grace"), Role.DEALER_STAFF)), Optional.empty(), Facts.of(Samples.CAR)));

    @Test
    void readsTheFeedFromTheBeginning() throws Exception {
        JSONAssert.assertEquals(EVENTS, get("/api/v1/events").body(), true);
        assertThat(ports.asked(ListEvents.Query.class)).isEqualTo(new ListEvents.Query(0, Optional.empty(), 20));
    }

    @Test
    void continuesAfterTheLastEventSeen() {
        get("/api/v1/events?after=999999999999999999&limit=100&subject=" + Samples.ID);
        assertThat(ports.asked(ListEvents.Query.class))
                .isEqualTo(new ListEvents.Query(999_999_999_999_999_999L, Optional.of(Samples.ID), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "after, -1, '0 or more'", "after, x, '0 or more'", "after, 1000000000000000000, at most 18 digits",
        "after, 9223372036854775808, at most 18 digits", "limit, 0, from 1 to 100", "limit, 101, from 1 to 100"})
    void refusesPositionsAndLimitsOutOfRange(String parameter, String value, String message) {
        assertMalformed(get("/api/v1/events?" + parameter + "=" + value), parameter, message);
    }

    @Test
    void readsTheHistoryOfABooking() throws Exception {
        JSONAssert.assertEquals(EVENTS, get("/api/v1/bookings/" + Samples.ID + "/events?after=5&limit=7").body(), true);
        assertThat(ports.asked(ListEvents.Query.class)).isEqualTo(new ListEvents.Query(5, Optional.of(Samples.ID), 7));
    }

    @Test
    void theHistoryOfAnUnknownBookingIsNotFound() {
        ports.failWith(new CommonRefusal.NotFound("booking", Samples.ID).asException());
        assertProblem(get("/api/v1/bookings/" + Samples.ID + "/events"), 404, "not-found");
        assertThat(ports.asked(BookingId.class)).isEqualTo(Samples.BOOKING.id());
    }

    @Test
    void showsTheFactsOfCarsAndOfCreatedSubjects() throws Exception {
        ports.answerWith(List.of(CAR_ADDED));
        JSONAssert.assertEquals("""
                {items: [{sequence: 1, type: 'CarAdded', occurredAt: '2027-02-01T08:30:00.250Z',
                          subject: {kind: 'CAR', id: '0197d1a2-7c7e-7000-8000-00000000000a'},
                          by: {account: 'grace', role: 'DEALER_STAFF'},
                          data: {after: {status: 'IN_SERVICE', category: 'COMPACT',
                                         dailyPrice: {amount: '49.90', currency: 'EUR'}}}}]}""",
                get("/api/v1/events").body(), true);
    }
}
