package dev.fleetbooking.web.booking;

import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.web.WebTest;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** It is Monday, 1 March 2027, 9:00 in Berlin. */
class NewBookingControllerTest extends WebTest {

    private Dealer dealer;
    private Car car;

    @BeforeEach
    void haveACar() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    private String form(String query) {
        return "/book?car=%s%s".formatted(car.id().value(), query);
    }

    /** Sends the form for two days of which the page said that they cost 100. */
    private MockHttpServletResponse send(String... others) {
        var fields = Stream.of(
                "car", car.id().value().toString(), "key", "1", "start", "2027-03-02T10:00", "end", "2027-03-04T10:00",
                "total", "EUR 100.00", "customer.name", "Grace Hopper", "customer.email", "grace@example.org", "do", "book");
        return post("/book", Stream.concat(Stream.of(others), fields).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2027-03-01T10:00, 2027-03-02T10:00", "&start=2027-03-02, 2027-03-02T10:00, 2027-03-03T10:00",
        "&start=2027-03-02&end=2027-03-05, 2027-03-02T10:00, 2027-03-05T10:00",
        "&start=2027-02-02, 2027-03-01T10:00, 2027-03-02T10:00",
        "&start=2027-03-02T11:30&end=2027-03-04T09:00, 2027-03-02T11:30, 2027-03-04T09:00",
        "&start=2027-03-02T11:30, 2027-03-02T11:30, 2027-03-03T11:30",
        "&start=2027-03-02&end=2027-03-05T12:00, 2027-03-02T10:00, 2027-03-05T12:00",
        "&start=2027-03-02T10:30:00Z&end=2027-03-04T08:00:00Z, 2027-03-02T11:30, 2027-03-04T09:00"})
    void freeTimeBecomesAPeriodWithItsPrice(String query, String start, String end) {
        assertThat(page(form(query))).contains("name=\"start\" type=\"datetime-local\" value=\"%s\"".formatted(start),
                "name=\"end\" type=\"datetime-local\" value=\"%s\"".formatted(end), "times of Europe/Berlin", "€", "(GMT+1)");
    }

    @Test
    void bookingLeadsToThePageOfTheBooking() {
        var answer = send();

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(page(answer.getHeader("Location"))).contains("Booking, confirmed", "Grace Hopper", "€100.00 for 2 days",
                "Tue 2 Mar, 10:00 – Thu 4 Mar, 10:00 (GMT+1)");
    }

    @Test
    void aHoldIsNotConfirmed() {
        assertThat(page(send("do", "hold").getHeader("Location"))).contains("Booking, not confirmed yet", "Lapses at");
    }

    @Test
    void theSameFormBooksOnce() {
        var first = send().getHeader("Location");

        assertThat(send().getHeader("Location")).isEqualTo(first);
        assertThat(fleet.occupancies(car)).hasSize(1);
        assertThat(send("key", "2").getStatus()).isEqualTo(409);
    }

    @Test
    void nothingIsBookedBeforeThePriceWasShown() {
        assertThat(body(send("total", ""), 200)).contains("€100.00 for 2 days", "value=\"EUR 100.00\"");
        assertThat(body(send("total", "EUR x"), 200)).contains("€100.00 for 2 days");
        assertThat(body(send("do", "quote", "end", "2027-03-05T10:00"), 200)).contains("€150.00 for 3 days", "Grace Hopper");
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void anotherPriceIsRefusedWithTheRightOne() {
        assertThat(body(send("total", "EUR 90.00"), 409)).contains("The price is now €100.00.", "value=\"EUR 100.00\"");
    }

    @Test
    void aCarThatIsNotFreeIsRefusedWithWhatIsPossibleInstead() {
        var other = fleet.car(dealer, "COMPACT", "60");
        fleet.book(car, hours(30, 40));

        for (var page : new String[] {body(send(), 409), body(get(form("&start=2027-03-02T10:00&end=2027-03-04T10:00")), 409)}) {
            assertThat(page).contains("role=\"alert\"", "The car is not free at this time.", "It is booked.",
                    "Booking: Tue 2 Mar, 15:00 – Wed 3 Mar, 01:00 (GMT+1)",
                    "value=\"end=2027-03-05T00:00:00Z&amp;start=2027-03-03T00:00:00Z\">The same car, Wed 3 Mar, 01:00",
                    "value=\"car=%s\">%s, VW Golf, €120.00".formatted(other.id().value(), other.registrationPlate().value()))
                    .doesNotContain("name=\"total\"");
        }
    }

    @Test
    void anAlternativeIsTheSameFormWithItsPrice() {
        var other = fleet.car(dealer, "COMPACT", "60");

        assertThat(body(send("do", "", "take", "car=" + other.id().value()), 200))
                .contains("Book " + other.registrationPlate().value(), "€120.00 for 2 days", "Grace Hopper", "2027-03-04T10:00");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = body(send("customer.email", "grace", "end", "2027-03-02T10:30"), 422);

        assertThat(page).contains("<a href=\"#customer.email\">E-mail</a>", "aria-describedby=\"fault.customer.email\"",
                "id=\"fault.end\" lang=\"en\">! must be at least 1 h after start", "autofocus=\"autofocus\"");
        assertThat(body(send("start", "soon"), 422)).contains("<a href=\"#start\">Start</a>", "must be a date and a time");
        assertThat(body(send("do", "quote", "start", "2027-02-01T10:00"), 422)).contains("! must not be more than 5 minutes ago");
    }

    @Test
    void refusalsAreSaidInTheReadersLanguage() {
        fleet.book(car, hours(30, 40));

        assertThat(body(get(form("&start=2027-03-02T10:00&end=2027-03-04T10:00"), Locale.GERMAN), 409))
                .contains("Das Auto ist zu dieser Zeit nicht frei.", "Es ist gebucht.", "Stattdessen möglich");
    }

    @Test
    void whatACustomerIsCalledIsNotInterpreted() {
        assertThat(body(send("customer.name", "<script>", "do", "quote"), 200)).contains("value=\"&lt;script&gt;\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/book", "/book?car=x", "/book?car=01890a5d-ac96-774b-bcce-b302099a8057", "/bookings/x"})
    void whatDoesNotExistIsNotFound(String address) {
        assertThat(body(get(address), 404)).contains("There is no such page");
    }

    @Test
    void aCarIsBookedWhereItIs() {
        var tokyo = fleet.car(fleet.dealer("Asia/Tokyo", "JPY", 0), "VAN", "9000");
        var answer = send("car", tokyo.id().value().toString(), "total", "JPY 18000");

        assertThat(page(answer.getHeader("Location"))).contains("¥18,000 for 2 days", "Tue 2 Mar, 10:00", "(GMT+9)");
        var booked = UUID.fromString(answer.getHeader("Location").substring("/bookings/".length()));
        assertThat(fleet.occupancies(tokyo)).singleElement().satisfies(it -> {
            assertThat(it.ownerId()).isEqualTo(booked);
            assertThat(it.use().start()).isEqualTo("2027-03-02T01:00:00Z");
        });
    }

    /** On 31 October 2027 the hour from 2:00 to 3:00 happens twice. */
    @Test
    void whatIsPossibleInsteadIsMeantToTheInstant() {
        setTime(Instant.parse("2027-10-30T08:00:00Z"));
        var second = Instant.parse("2027-10-31T01:30:00Z");
        fleet.book(car, new Period(Instant.parse("2027-10-30T23:00:00Z"), second));
        var refused = body(send("start", "2027-10-31T00:00", "end", "2027-10-31T10:00"), 409);

        var page = body(send("do", "", "take", field(refused, "take")), 200);

        assertThat(field(page, "start")).isEqualTo("2027-10-31T02:30");
        assertThat(send("start", "2027-10-31T02:30", "start.at", field(page, "start.at"), "end", field(page, "end"),
                "total", field(page, "total")).getStatus()).isEqualTo(303);
        assertThat(fleet.occupancies(car)).anyMatch(it -> it.use().start().equals(second));
        assertThat(body(send("start", "2027-10-31T02:30", "end", field(page, "end"), "key", "2"), 409)).contains("not free");
    }

    @Test
    void aTimeThatClocksSkipIsRefused() {
        assertThat(body(send("start", "2027-03-28T02:30", "end", "2027-03-29T02:30"), 422))
                .contains("id=\"fault.start\"", "does not exist: clocks are put forward then");
        assertThat(body(get(form("&start=2027-03-28T02:30&end=2027-03-29T02:30")), 422)).contains("id=\"fault.start\"");
    }

    @Test
    void everyFormIsAnotherOneUnlessItWasRefused() {
        assertThat(field(page(form("&key=1")), "key")).isNotEqualTo("1");
        assertThat(field(body(send("do", "quote"), 200), "key")).isNotEqualTo("1");
        assertThat(field(body(send("customer.email", "grace"), 422), "key")).isEqualTo("1");
    }

    @Test
    void aFormWhoseTwinIsInProgressIsToBeSentAgain() {
        haveTwinsInProgress();

        var answer = send();

        assertThat(body(answer, 409)).contains("It is still being done.");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    }
}
