package dev.fleetbooking.web.booking;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.web.WebTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** It is Monday, 1 March 2027, 9:00 in Berlin. */
class BookingPageControllerTest extends WebTest {

    private Dealer dealer;
    private Car car;
    private Booking booking;

    @BeforeEach
    void haveABooking() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
        booking = fleet.book(car, hours(24, 48));
    }

    private String address() {
        return "/bookings/" + booking.id().value();
    }

    private MockHttpServletResponse step(String step) {
        return post("%s/%s".formatted(address(), step), "revision", fleet.view(booking).revision().value());
    }

    private MockHttpServletResponse move(String start, String end) {
        return post(
                address() + "/period", "revision", fleet.view(booking).revision().value(), "start", start, "end", end);
    }

    private BookingStatus status() {
        return fleet.view(booking).booking().status();
    }

    @Test
    void itSaysWhatItIsAndOffersWhatIsAllowed() {
        assertThat(page(address())).contains("Booking, confirmed", car.registrationPlate().value(), "Ada Lovelace",
                "ada@example.org", "€50.00 for one day", "Tue 2 Mar, 09:00 – Wed 3 Mar, 09:00 (GMT+1)",
                "/cancellation\"", "/hand-over\"", "/no-show\"", "/period\"", "name=\"revision\" value=\"0\"")
                .doesNotContain("/return\"", "/confirmation\"");
    }

    @Test
    void whatIsOverOffersNothing() {
        fleet.cancel(booking);

        assertThat(page(address())).contains("Booking, cancelled").doesNotContain("<form");
    }

    @Test
    void aHoldIsConfirmed() {
        booking = fleet.hold(car, hours(72, 96));

        assertThat(step("confirmation").getStatus()).isEqualTo(303);
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void theCarIsHandedOverAndTakenBack() {
        setTime(hour(24));
        assertThat(step("hand-over").getHeader("Location")).isEqualTo(address());
        assertThat(page(address())).contains("Booking, car handed over", "Handed over", "/return\"");
        assertThat(step("return").getStatus()).isEqualTo(303);
        assertThat(status()).isEqualTo(BookingStatus.COMPLETED);
    }

    @Test
    void aCustomerWhoDidNotComeIsRecorded() {
        setTime(hour(25));
        assertThat(step("no-show").getStatus()).isEqualTo(303);
        assertThat(status()).isEqualTo(BookingStatus.NO_SHOW);
    }

    @Test
    void itIsCancelledWithAReason() {
        assertThat(post(address() + "/cancellation", "revision", "0", "reason", "ill").getStatus()).isEqualTo(303);
        assertThat(page(address())).contains("Booking, cancelled", "ill");
    }

    @Test
    void aFormThatIsSentTwiceIsNotRefused() {
        for (var i = 0; i < 2; i++) {
            assertThat(post(address() + "/cancellation", "revision", "0").getStatus()).isEqualTo(303);
        }
    }

    @Test
    void nobodyOverwritesSomebodyElsesChange() {
        fleet.reschedule(booking, hours(26, 50));

        var answer = post(address() + "/cancellation", "revision", "0", "reason", "ill");

        assertThat(body(answer, 412)).contains("Somebody has changed this in the meantime.", "value=\"1\"", "value=\"ill\"");
        assertThat(body(post(address() + "/cancellation"), 428)).contains("Somebody has changed this in the meantime.");
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aSecondAttemptKeepsWhatSomebodyElseChanged() {
        fleet.reschedule(booking, hours(26, 50));

        var page = body(post(
                address() + "/period", "revision", "0", "start", "2027-03-02T09:00", "end", "2027-03-05T09:00"), 412);

        assertThat(field(page, "end")).isEqualTo("2027-03-03T11:00");
        assertThat(post(address() + "/period", "revision", field(page, "revision"), "start", field(page, "start"),
                "end", "2027-03-05T09:00").getStatus()).isEqualTo(303);
        assertThat(fleet.view(booking).booking().period()).isEqualTo(hours(26, 96));
    }

    @Test
    void whatWasRefusedIsStillMeantForWhatTheReaderSaw() {
        fleet.book(car, hours(60, 70));

        assertThat(field(body(move("2027-03-02T09:00", "2027-03-05T09:00"), 409), "revision")).isEqualTo("0");
        assertThat(field(page(address() + "?revision=7&start=2027-03-01T10:00"), "revision")).isEqualTo("0");
    }

    @Test
    void timeThatHasPassedIsNobodysChange() {
        setTime(hour(24));
        fleet.handOver(booking);
        setTime(hour(48).minusSeconds(120));
        var seen = field(page(address()), "revision");
        setTime(hour(48).plusSeconds(180));

        assertThat(post(address() + "/return", "revision", seen).getStatus()).isEqualTo(303);
    }

    @Test
    void aHoldThatHasLapsedIsSaidToHaveLapsed() {
        booking = fleet.hold(car, hours(72, 96));
        setTime(hour(71));

        assertThat(body(post(address() + "/confirmation", "revision", "0"), 409))
                .contains("“Confirm” is not possible any more: lapsed.");
    }

    @Test
    void itIsMovedByTypingOtherTimes() {
        assertThat(move("2027-03-02T09:00", "2027-03-05T09:00").getStatus()).isEqualTo(303);
        assertThat(page(address())).contains("€150.00 for 3 days");
        assertThat(move("2027-03-06T09:00", "2027-03-07T09:00").getStatus()).isEqualTo(303);
        assertThat(page(address())).contains("€50.00 for one day", "Sat 6 Mar, 09:00");
    }

    @Test
    void aMoveThatIsNotPossibleSaysWhatIs() {
        fleet.book(car, hours(60, 70));

        var page = body(move("2027-03-02T09:00", "2027-03-05T09:00"), 409);

        assertThat(page).contains("The car is not free at this time.", "Booking: Wed 3 Mar, 21:00",
                "value=\"end=2027-03-03T20:00:00Z\">Until Wed 3 Mar, 21:00", "value=\"2027-03-05T09:00\"");
        assertThat(post(address() + "/period", "revision", "0", "start", "2027-03-02T09:00", "end", "2027-03-05T09:00",
                "take", "end=2027-03-03T20:00:00Z").getStatus()).isEqualTo(303);
        assertThat(fleet.view(booking).booking().period()).isEqualTo(hours(24, 60));
    }

    @Test
    void aCarThatIsOutKeepsItsStart() {
        setTime(hour(24));
        fleet.handOver(booking);
        fleet.book(car, hours(60, 70));

        assertThat(body(move("2027-03-02T09:00", "2027-03-05T09:00"), 409)).contains("value=\"end=2027-03-03T20:00:00Z\"")
                .doesNotContain("start=2027");
        assertThat(page(address())).containsPattern("name=\"start\" [^>]*readonly")
                .doesNotContainPattern("name=\"end\" [^>]*readonly");
        assertThat(body(move("2027-03-02T10:00", "2027-03-03T09:00"), 422)).contains("! must stay once the use has begun");
    }

    /** On 31 October 2027 the hour from 2:00 to 3:00 happens twice. */
    @Test
    void aTimeThatWasNotTouchedStaysTheSameInstant() {
        setTime(Instant.parse("2027-10-30T08:00:00Z"));
        var second = Instant.parse("2027-10-31T01:30:00Z");
        booking = fleet.book(car, new Period(second, second.plusSeconds(36_000)));

        var page = page(address());

        assertThat(post(address() + "/period", "revision", "0",
                "start", field(page, "start"), "start.at", field(page, "start.at"),
                "end", "2027-10-31T13:30", "end.at", field(page, "end.at")).getStatus()).isEqualTo(303);
        assertThat(fleet.view(booking).booking().period()).isEqualTo(new Period(second, second.plusSeconds(39_600)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hand-over | “Hand over” is possible from Tue 2 Mar, 08:00 on.
            no-show   | “Customer did not come” is possible from Tue 2 Mar, 09:30 on.
            return    | “Take back” is not possible any more: confirmed.
            """)
    void aStepThatIsNotPossibleSaysWhy(String step, String reason) {
        assertThat(body(step(step), 409)).contains(reason, "role=\"alert\"");
    }

    @Test
    void aCarThatIsNotBackCannotBeHandedOver() {
        var late = fleet.book(car, hours(20, 23));
        fleet.bring(late, BookingStatus.ACTIVE);
        setTime(hour(24));

        assertThat(body(step("hand-over"), 409)).contains("The car is not back yet.");
        assertThat(page(address())).contains("At risk: the car is not back yet");
        assertThat(page("/bookings/" + late.id().value())).contains("Late: the car should be back");
    }

    @Test
    void aLateHandOverIsRefused() {
        setTime(hour(49));
        assertThat(body(step("hand-over"), 409)).contains("“Hand over” was possible until Wed 3 Mar, 09:00.");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(body(move("x", "2027-03-03T09:00"), 422)).contains("<a href=\"#start\">Start</a>", "id=\"fault.start\"");
        var tooLong = post(address() + "/cancellation", "revision", "0", "reason", "x".repeat(501));
        assertThat(body(tooLong, 422)).contains("<a href=\"#reason\">Reason</a>", "must have 1 to 500 characters");
    }

    @Test
    void bothOffsetsAreShownIfClocksChangeBetween() {
        setTime(Instant.parse("2027-10-30T08:00:00Z"));
        booking = fleet.book(car, new Period(Instant.parse("2027-10-30T22:00:00Z"), Instant.parse("2027-10-31T09:00:00Z")));

        assertThat(page(address())).contains("Sun 31 Oct, 00:00 – Sun 31 Oct, 10:00 (GMT+2 – GMT+1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"period", "hand-over", "return", "no-show", "cancellation", "confirmation"})
    void theAddressOfAnActionLeadsToThePage(String action) {
        assertThat(get(address() + "/" + action).getHeader("Location")).isEqualTo(address());
    }
}
