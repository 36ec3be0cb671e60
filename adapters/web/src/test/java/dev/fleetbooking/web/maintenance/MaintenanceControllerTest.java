package dev.fleetbooking.web.maintenance;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.web.WebTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** It is Monday, 1 March 2027, 9:00 in Berlin. */
class MaintenanceControllerTest extends WebTest {

    private Dealer dealer;
    private Car car;

    @BeforeEach
    void haveACar() {
        dealer = fleet.dealer();
        car = fleet.car(dealer);
    }

    private MockHttpServletResponse send(String... others) {
        var fields = Stream.of(
                "car", car.id().value().toString(), "key", "1", "start", "2027-03-02T09:00", "end", "2027-03-03T09:00",
                "reason", "brakes", "do", "plan");
        return post("/maintenance", Stream.concat(Stream.of(others), fields).toArray(String[]::new));
    }

    private MockHttpServletResponse step(MaintenanceWindow window, String step) {
        return post("/maintenance/%s/%s".formatted(window.id().value(), step),
                "revision", fleet.view(window).revision().value());
    }

    @Test
    void theFormBeginsWithAFreePeriodAndPlansNothing() {
        assertThat(page("/maintenance?do=plan&reason=x&start=2027-03-02&car=" + car.id().value()))
                .contains("Maintenance of " + car.registrationPlate().value(), "value=\"2027-03-02T10:00\"", "value=\"check\"")
                .doesNotContain("value=\"plan\"");
        assertThat(fleet.occupancies(car)).isEmpty();
    }

    @Test
    void planningLeadsToThePageOfTheWindow() {
        assertThat(body(send("do", "check"), 200)).contains("Nobody is in the way.", "value=\"plan\"");
        assertThat(page(send().getHeader("Location"))).contains("Maintenance, planned", "brakes",
                "Tue 2 Mar, 09:00 – Wed 3 Mar, 09:00 (GMT+1)", "/start\"", "/cancellation\"").doesNotContain("/completion\"");
    }

    @Test
    void theSameFormPlansOnce() {
        assertThat(send().getHeader("Location")).isEqualTo(send().getHeader("Location"));
        assertThat(fleet.occupancies(car)).hasSize(1);
    }

    @Test
    void whoWouldMoveIsShownBeforeAnybodyDoes() {
        var other = fleet.car(dealer);
        var booking = fleet.book(car, hours(30, 40));

        var page = body(send("do", "check"), 200);

        assertThat(page).contains("Ada Lovelace, Tue 2 Mar, 15:00 – Wed 3 Mar, 01:00 (GMT+1): from %s to %s"
                .formatted(car.registrationPlate().value(), other.registrationPlate().value()), "name=\"moves\"");
        assertThat(fleet.view(booking).booking().carId()).isEqualTo(car.id());
        assertThat(send("moves", field(page, "moves")).getStatus()).isEqualTo(303);
        assertThat(fleet.view(booking).booking().carId()).isEqualTo(other.id());
    }

    @Test
    void whoIsInTheWayOfOtherTimesIsShownBeforeAnybodyMoves() {
        var other = fleet.car(dealer);
        var shown = fleet.book(car, hours(30, 40));
        var unseen = fleet.book(car, hours(60, 70));
        var moves = field(body(send("do", "check"), 200), "moves");

        var page = body(send("moves", moves, "end", "2027-03-05T09:00"), 412);

        assertThat(page).contains("Other bookings would move than those that were shown.",
                "Tue 2 Mar, 15:00", "Wed 3 Mar, 21:00");
        assertThat(fleet.view(shown).booking().carId()).isEqualTo(car.id());
        assertThat(send("moves", field(page, "moves"), "end", "2027-03-05T09:00").getStatus()).isEqualTo(303);
        assertThat(fleet.view(unseen).booking().carId()).isEqualTo(other.id());
    }

    @Test
    void whoBookedAfterTheListWasShownIsShownBeforeAnybodyMoves() {
        fleet.car(dealer);
        fleet.book(car, hours(30, 34));
        var moves = field(body(send("do", "check"), 200), "moves");
        var booking = fleet.book(car, hours(36, 40));

        assertThat(body(send("moves", moves), 412)).contains("Tue 2 Mar, 21:00");
        assertThat(fleet.view(booking).booking().carId()).isEqualTo(car.id());
        assertThat(body(send("moves", "shown"), 412)).contains("Tue 2 Mar, 21:00");
    }

    @Test
    void whoWasNotShownDoesNotMove() {
        fleet.car(dealer);
        fleet.book(car, hours(30, 40));

        assertThat(body(send(), 409)).contains("The car is needed at this time.", "Booking: Tue 2 Mar, 15:00",
                "Possible instead", "value=\"end=2027-03-04T00:00:00Z&amp;start=2027-03-03T00:00:00Z\"");
    }

    @Test
    void aDisplacementThatIsNotPossibleSaysWhy() {
        fleet.bring(fleet.book(car, hours(1, 30)), BookingStatus.ACTIVE);
        fleet.book(car, hours(30, 40));

        assertThat(body(send("do", "check"), 409)).contains("Not all of these bookings can get another car",
                "the customer has the car", "no other car of the category is free");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(body(send("reason", " "), 422)).contains("<a href=\"#reason\">Reason</a>", "id=\"fault.reason\"");
        assertThat(body(send("start", ""), 422)).contains("<a href=\"#start\">Start</a>");
    }

    @Test
    void theWorkIsStartedAndCompleted() {
        var window = fleet.plan(car, hours(24, 48));
        setTime(hour(24));

        assertThat(step(window, "start").getStatus()).isEqualTo(303);
        setTime(hour(49));
        assertThat(page("/maintenance/" + window.id().value())).contains("Maintenance, in progress", "Late: the car");
        assertThat(step(window, "completion").getStatus()).isEqualTo(303);
        assertThat(fleet.view(window).window().status()).isEqualTo(MaintenanceStatus.COMPLETED);
    }

    @Test
    void aPlannedWindowIsCancelled() {
        var window = fleet.plan(car, hours(24, 48));

        assertThat(step(window, "cancellation").getStatus()).isEqualTo(303);
        assertThat(fleet.view(window).window().status()).isEqualTo(MaintenanceStatus.CANCELLED);
        assertThat(body(step(window, "start"), 409)).contains("“Start the work” is not possible any more: cancelled.");
    }

    @Test
    void workDoesNotStartWhileTheCarIsOut() {
        fleet.bring(fleet.book(car, hours(1, 23)), BookingStatus.ACTIVE);
        var window = fleet.plan(car, hours(24, 48));
        setTime(hour(24));

        assertThat(body(step(window, "start"), 409)).contains("The car is not back yet.");
    }

    @Test
    void nobodyOverwritesSomebodyElsesChange() {
        var window = fleet.plan(car, hours(24, 48));
        fleet.move(window, hours(25, 48));

        assertThat(body(post("/maintenance/%s/cancellation".formatted(window.id().value()), "revision", "0"), 412))
                .contains("Somebody has changed this in the meantime.");
    }

    @Test
    void timeThatHasPassedIsNobodysChange() {
        var window = fleet.plan(car, hours(24, 48));
        setTime(hour(24));
        step(window, "start");
        var seen = field(page("/maintenance/" + window.id().value()), "revision");
        setTime(hour(49));

        assertThat(post("/maintenance/%s/completion".formatted(window.id().value()), "revision", seen).getStatus())
                .isEqualTo(303);
    }
}
