package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.domain.car.CarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of one subject, and the feed of all events. */
class EventsIT extends SystemTest {

    private static final String START = "2027-01-04T12:00:00Z";
    private static final String END = "2027-01-06T12:00:00Z";

    @Autowired
    private BookCar bookCar;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theEventOfALapseHasTheInstantOfTheLapse() {
        var car = fleet.car(fleet.dealer());
        var hold = fleet.hold(car, START, END).expect(201);
        clock.set(Instant.parse("2027-01-04T10:00:00Z"));

        fleet.book(car, START, END).expect(201);

        var trail = api.get("/bookings/%s/events".formatted(hold.id())).expect(200);
        assertThat(trail.texts("/items", "/type")).containsExactly("BookingHeld", "BookingExpired");
        assertThat(trail.text("/items/1/occurredAt")).isEqualTo("2027-01-04T08:15:00Z");
    }

    @Test
    void theFeedIsReadInPages() {
        var start = end();
        var car = fleet.car(fleet.dealer());
        var booking = fleet.book(car, START, END).expect(201);
        fleet.ask(booking, "cancellation").expect(200);

        var first = api.get("/events?limit=2&after=" + start).expect(200);
        var second = api.get("/events?limit=2&after=" + first.body().requiredAt("/items/1/sequence").asLong()).expect(200);

        assertThat(first.texts("/items", "/type")).containsExactly("CarAdded", "BookingMade");
        assertThat(second.texts("/items", "/type")).containsExactly("BookingCancelled");
        assertThat(api.get("/events?limit=1&after=0&subject=" + booking.id()).texts("/items", "/type"))
                .containsExactly("BookingMade");
        assertThat(api.get("/events?subject=" + UUID.randomUUID()).expect(200).body().requiredAt("/items")).isEmpty();
    }

    @Test
    void aReaderMissesNoEventThatCommitsLate() {
        var dealer = fleet.dealer();
        var slow = fleet.car(dealer);
        var quick = fleet.car(dealer);
        var seen = end();

        var early = new TransactionTemplate(transactions).execute(open -> {
            var booking = bookCar.book(new BookCar.Command(
                    new CarId(UUID.fromString(slow)), new CustomerInput("Ada Lovelace", "ada@example.org", Optional.empty()),
                    Instant.parse(START), Instant.parse(END), Optional.empty(), false));
            // This transaction began later and commits first.
            var late = fleet.book(quick, START, END).expect(201);
            assertThat(subjectsAfter(seen)).containsExactly(late.id());
            return booking.booking().id().value().toString();
        });

        var feed = api.get("/events?after=" + seen).expect(200);
        assertThat(feed.texts("/items", "/subject/id")).hasSize(2).last().isEqualTo(early);
        assertThat(subjectsAfter(feed.body().requiredAt("/items/0/sequence").asLong())).containsExactly(early);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "after=9223372036854775808", "limit=0", "limit=101", "subject=x", "cursor=x"})
    void anInvalidAfterIsRefused(String query) {
        api.get("/events?" + query).expectMalformed(query.split("=")[0]);
    }

    @Test
    void theHistoryOfAnUnknownBookingIsNotFound() {
        api.get("/bookings/%s/events".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
    }

    /** The highest sequence so far. */
    private long end() {
        var last = 0L;
        var page = api.get("/events?limit=100").body().requiredAt("/items");
        while (!page.isEmpty()) {
            last = page.get(page.size() - 1).requiredAt("/sequence").asLong();
            page = api.get("/events?limit=100&after=" + last).body().requiredAt("/items");
        }
        return last;
    }

    private List<String> subjectsAfter(long sequence) {
        return api.get("/events?after=" + sequence).expect(200).texts("/items", "/subject/id");
    }
}
