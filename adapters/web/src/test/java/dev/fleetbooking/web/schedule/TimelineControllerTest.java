package dev.fleetbooking.web.schedule;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.web.WebTest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Monday, 1 March 2027, 9:00 in Berlin. */
class TimelineControllerTest extends WebTest {

    @Test
    void withoutDealersItSaysWhatToDo() {
        assertThat(page("/")).contains("There is no dealer yet.", "/docs").doesNotContain("<table");
    }

    @Test
    void withoutCarsItSaysWhatToDo() {
        var dealer = fleet.dealer();

        assertThat(page("/")).contains("This dealer has no cars yet.").doesNotContain("<table");
        assertThat(page("/?category=SUV")).contains("No car passes the filter.");
        assertThat(page("/?dealer=" + dealer.id().value() + "&category=SUV"))
                .contains("<a href=\"/?dealer=" + dealer.id().value() + "\">Show all cars</a>");
    }

    @Test
    void theFirstDealerIsShownUnlessAnotherIsChosen() {
        var first = fleet.car(fleet.dealer());
        var second = fleet.car(fleet.dealer("Asia/Tokyo", "JPY", 0), "VAN", "9000");

        assertThat(page("/")).contains(first.registrationPlate().value(), "€50.00 / day")
                .doesNotContain(second.registrationPlate().value());
        assertThat(page("/?dealer=" + second.dealerId().value()))
                .contains(second.registrationPlate().value(), "¥9,000 / day", "Asia/Tokyo")
                .doesNotContain(first.registrationPlate().value());
    }

    @Test
    void itIsATableOfCarsAndDaysWithHeaders() {
        fleet.car(fleet.dealer());

        var page = page("/");

        assertThat(page).contains("<caption", "Sun 28 Feb 2027 – Sat 13 Mar 2027 (Europe/Berlin)", "Week 9 · March 2027", "Week 8<");
        assertThat(count(page, "<th scope=\"col\"")).isEqualTo(14);
        assertThat(count(page, "<th scope=\"row\"")).isOne();
        assertThat(count(page, "<td")).isEqualTo(14);
        assertThat(count(page, "class=\"now l36\"")).isOne();
        assertThat(count(page("/?weeks=1"), "<td")).isEqualTo(7);
        assertThat(count(page("/?weeks=4"), "<td")).isEqualTo(28);
        assertThat(page("/?from=2027-03-02")).doesNotContain("class=\"now");
    }

    @Test
    void daysOnWhichClocksChangeAreMarked() {
        fleet.car(fleet.dealer());

        assertThat(page("/?from=2027-03-27&weeks=1")).contains("<em>23 h</em>");
        assertThat(page("/?from=2027-10-30&weeks=1")).contains("<em>25 h</em>");
        assertThat(page("/?weeks=1")).doesNotContain("<em>");
    }

    @Test
    void whatOccupiesACarIsABarThatSaysWhatItIs() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        var car = fleet.car(dealer);
        fleet.book(car, hours(24, 48));
        fleet.hold(car, hours(72, 76));
        fleet.plan(car, hours(96, 120));

        var page = page("/");

        assertThat(page).contains("class=\"bar booking confirmed l36 d1\"", "Booking, confirmed",
                "Tue 2 Mar, 09:00 – Wed 3 Mar, 09:00 (GMT+1)", "Turnaround until 10:30", "class=\"bar turnaround l36 q6\"");
        assertThat(page).contains("class=\"bar hold held l36 q16\"", "Hold, not confirmed yet", "Lapses at 09:15 unless confirmed");
        assertThat(page).contains("class=\"bar maintenance planned l36 d1\"", "Maintenance, planned", "brakes");
    }

    @Test
    void freeTimeAndBarsLeadToTheirPages() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var booking = fleet.book(car, hours(24, 48)).id().value();
        var window = fleet.plan(car, hours(96, 120)).id().value();
        var book = "href=\"/book?car=" + car.id().value();

        assertThat(page("/")).contains(
                "href=\"/bookings/" + booking, "href=\"/maintenance/" + window, book + "\"", "data-date=\"2027-03-13\"");
        assertThat(page("/?freeFrom=2027-03-03T10:00&freeTo=2027-03-04T10:00"))
                .contains(book + "&amp;start=2027-03-03T09:00:00Z&amp;end=2027-03-04T09:00:00Z");
    }

    @Test
    void aCellInTheMiddleSaysWhatGoesOn() {
        fleet.book(fleet.car(fleet.dealer()), hours(24, 72));

        assertThat(count(page("/"), "still Ada Lovelace")).isEqualTo(2);
    }

    @Test
    void itSaysHowManyCarsAreFreeNow() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        var late = fleet.book(fleet.car(dealer), hours(1, 3));
        fleet.book(fleet.car(dealer), hours(1, 4));
        fleet.book(fleet.car(dealer), hours(5, 9));
        fleet.setStatus(fleet.car(dealer), CarStatus.OUT_OF_SERVICE);
        fleet.bring(late, BookingStatus.ACTIVE);
        setTime(hour(5).minusSeconds(1));

        assertThat(page("/")).contains("4 cars, one is free now");
        assertThat(page("/?from=2027-03-08")).contains("4 cars<");
    }

    @Test
    void latenessIsMarked() {
        var car = fleet.car(fleet.dealer());
        var late = fleet.book(car, hours(1, 3));
        fleet.book(car, hours(8, 12));
        fleet.bring(late, BookingStatus.ACTIVE);
        setTime(hour(5));

        assertThat(page("/")).contains("booking active overdue", "Late: the car should be back", "bar late", "booking confirmed risk",
                "At risk: the car is not back yet");
    }

    @Test
    void whatIsLateSaysSoEvenIfAllOfItIsBeforeTheFirstDay() {
        var car = fleet.car(fleet.dealer());
        fleet.bring(fleet.book(car, hours(1, 3)), BookingStatus.ACTIVE);
        setTime(hour(5 * 24));

        assertThat(page("/")).contains("class=\"bar late", "Ada Lovelace", "Late: the car should be back").doesNotContain("bar booking active overdue");
    }

    @Test
    void textIsShownAndNotInterpreted() {
        var car = fleet.car(fleet.dealer());
        fleet.useCase(BookCar.class).book(new BookCar.Command(
                car.id(), new CustomerInput("<script>alert(1)</script>", "ada@example.org", Optional.empty()), hour(1), hour(3),
                Optional.empty(), false));

        assertThat(page("/")).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void carsAreFilteredByCategoryAndStatus() {
        var dealer = fleet.dealer();
        var compact = fleet.car(dealer);
        var suv = fleet.setStatus(fleet.car(dealer, "SUV", "80"), CarStatus.OUT_OF_SERVICE);

        assertThat(page("/?category=SUV")).contains(row(suv.registrationPlate().value()), "Out of service")
                .doesNotContain(row(compact.registrationPlate().value()));
        assertThat(page("/?status=IN_SERVICE")).contains(row(compact.registrationPlate().value()))
                .doesNotContain(row(suv.registrationPlate().value()));
        assertThat(page("/")).contains("<option value=\"COMPACT\">", "<option value=\"SUV\">");
    }

    @Test
    void aSearchShowsTheFreeCarsAndTheirPrices() {
        var dealer = fleet.dealer();
        var taken = fleet.car(dealer);
        fleet.car(dealer, "COMPACT", "49.90");
        fleet.book(taken, hours(24, 48));

        var page = page("/?freeFrom=2027-03-02T10:00&freeTo=2027-03-05T10:00");

        assertThat(page).contains("One car is free: Tue 2 Mar, 10:00 – Fri 5 Mar, 10:00 (GMT+1).", "From €149.70.",
                "€149.70 for 3 days", "class=\"bar offer l40 d3\"", "Tue 2 Mar 2027 – Mon 15 Mar 2027");
        assertThat(count(page, "<tr class=\"free\">")).isOne();
        assertThat(page("/?freeFrom=2027-03-02T10:00&freeTo=2027-03-05T10:00&category=SUV")).contains("No car is free");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, the first day", "from=1999-12-31, the first day", "from=%2B999999999-12-31, the first day",
        "weeks=3, how many weeks to show", "weeks=x, how many weeks to show", "category=suv, the category",
        "status=NEW, the status of cars", "dealer=1, the dealer", "after=x, the page",
        "freeFrom=2027-03-02T10:00, the end of the search", "freeTo=2027-03-02T10:00, the start of the search",
        "freeFrom=x&freeTo=2027-03-02T10:00, the start of the search",
        "freeFrom=2027-03-05T10:00&freeTo=2027-03-02T10:00, the end of the search",
        // Clocks skip it.
        "freeFrom=2027-03-28T02:30&freeTo=2027-03-29T10:00, the start of the search",
        "freeFrom=2027-02-05T10:00&freeTo=2027-03-02T10:00, the start of the search",
        "freeFrom=2199-12-31T23:59&freeTo=2199-12-31T23:59, the end of the search", "weeks=3&from=x, 'the first day, how many weeks'"})
    void whatCannotBeReadIsNamedAboveTheCalendar(String query, String named) {
        var car = fleet.car(fleet.dealer());

        assertThat(body(get("/?" + query), 400)).contains("Please check: " + named, car.registrationPlate().value());
    }

    @Test
    void parametersThatThePageDoesNotKnowAreIgnored() {
        fleet.car(fleet.dealer());

        assertThat(page("/?utm_source=x&from=")).doesNotContain("utm_source", "role=\"alert\"");
    }

    @Test
    void anUnknownDealerIsNotFound() {
        fleet.dealer();

        assertThat(body(get("/?dealer=" + new UUID(0, 0)), 404)).contains("no longer exists", "href=\"/\"");
    }

    @Test
    void furtherCarsAreOnFurtherPages() {
        var dealer = fleet.dealer();
        for (var i = 0; i < 101; i++) {
            fleet.car(dealer);
        }
        var first = page("/");
        var more = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(first);

        assertThat(more.find()).isTrue();
        assertThat(count(first, "<th scope=\"row\"")).isEqualTo(100);
        assertThat(first).contains("100 cars on this page<");
        assertThat(count(page(more.group(1).replace("&amp;", "&")), "<th scope=\"row\"")).isOne();
    }

    @Test
    void linksKeepWhatWasChosen() {
        var dealer = fleet.dealer();
        fleet.car(dealer);
        var chosen = "dealer=" + dealer.id().value() + "&amp;";

        assertThat(page("/?dealer=" + dealer.id().value() + "&weeks=1&category=COMPACT&from=2027-03-08")).contains(
                "href=\"/?" + chosen + "from=2027-03-01&amp;weeks=1&amp;category=COMPACT\"",
                "href=\"/?" + chosen + "from=2027-03-15&amp;weeks=1&amp;category=COMPACT\"");
    }

    @Test
    void customersSeeThatACarIsBusyButNotForWhom() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, hours(24, 48));
        fleet.plan(car, hours(72, 96));
        fleet.callAs(new Caller.Customer(new AccountId("eve")));

        assertThat(page("/")).contains("<span class=\"bar booking l36 d1\" role=\"note\" tabindex=\"0\"", "Busy")
                .doesNotContain("Ada", "Lovelace", "brakes");
    }

    @Test
    void itSpeaksTheLanguageOfTheReaderOrEnglish() {
        fleet.book(fleet.car(fleet.dealer()), hours(24, 48));

        assertThat(body(get("/", Locale.GERMAN), 200)).contains("<html lang=\"de\"", "50,00\u00a0€ / Tag", "Buchung, bestätigt", ">Mo.<");
        assertThat(body(get("/", Locale.FRENCH), 200)).contains("<html lang=\"en\"", "Booking, confirmed", "€50.00 / day");
        assertThat(body(get("/book?car=" + new UUID(0, 0), Locale.FRENCH), 404)).contains("<html lang=\"en\"");
    }

    @Test
    void theListOfDaysShowsWhatBeganEarlierButNotWhatIsOver() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 120);
        fleet.book(fleet.car(dealer), hours(11, 14));
        fleet.plan(fleet.car(dealer), hours(11, 40));

        assertThat(count(page("/?from=2027-03-01"), "class=\"what\">Starts<")).isEqualTo(2);
        assertThat(page("/?from=2027-03-02")).contains("class=\"what\">Continues<", "brakes").doesNotContain("Ada Lovelace");
    }

    @Test
    void formsAndLinksKeepTheSearchAndTheFilter() {
        fleet.car(fleet.dealer());

        assertThat(page("/?freeFrom=2027-03-02T10:00&freeTo=2027-03-05T10:00&status=IN_SERVICE")).contains(
                "name=\"freeFrom\" value=\"2027-03-02T10:00\"", "name=\"freeTo\" value=\"2027-03-05T10:00\"",
                "name=\"status\" value=\"IN_SERVICE\"");
    }

    @Test
    void linksEndWithTheDaysThatCanBeShown() {
        fleet.car(fleet.dealer());

        assertThat(page("/?from=2000-01-01")).doesNotContain("rel=\"prev\"").contains("rel=\"next\"");
        assertThat(page("/?from=2199-12-20")).doesNotContain("rel=\"next\"").contains("rel=\"prev\"");
    }

    @Test
    void theChosenDealerAndCategoryCanBeSeenEvenIfThereAreManyOthers() {
        for (var i = 0; i < 200; i++) {
            fleet.dealer();
        }
        var last = fleet.dealer();
        fleet.car(last);

        assertThat(page("/?category=SUV&dealer=" + last.id().value())).contains(
                "<option value=\"%s\" selected=\"selected\">".formatted(last.id().value()),
                "<option value=\"SUV\" selected=\"selected\">", "<option value=\"COMPACT\">");
    }

    @Test
    void thePageOfAUsualFleetIsSmall() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
        for (var i = 0; i < 20; i++) {
            var car = fleet.car(dealer);
            for (var day = 1; day < 14; day += 4) {
                fleet.book(car, hours(24 * day, 24 * day + 48));
            }
        }

        assertThat(page("/").length()).isLessThan(80_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/web.css", "/assets/calendar.js", "/assets/icon.svg", "/assets/webjars/htmx.org/dist/htmx.min.js"})
    void whatItLoadsIsServedByTheService(String file) {
        fleet.dealer();

        assertThat(page("/")).contains("\"" + file + "\"").doesNotContain("http://", "https://", "style=", "<style", "onclick");
        assertThat(get(file).getStatus()).isEqualTo(200);
    }

    private static String row(String plate) {
        return ">" + plate + "</a>";
    }

    private static long count(String page, String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(page).results().count();
    }
}
