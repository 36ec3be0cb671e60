package dev.fleetbooking.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.StubPorts;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.skyscreamer.jsonassert.JSONAssert;

class BookingControllerTest extends RestTest {

    private static final String BOOKING = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "carId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "dealerId": "0197d1a2-7c7e-7000-8000-00000000000a", "status": "CONFIRMED",
             "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
             "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "timeZone": "Europe/Berlin",
             "price": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                       "total": {"amount": "149.70", "currency": "EUR"}},
             "createdAt": "2027-02-01T08:30:00.250Z", "allowedTransitions": ["cancellation", "hand-over", "no-show"]}""";
    static final List<Arguments> TRANSITIONS = List.of(
            Arguments.of("confirmation", ConfirmBooking.class),
            Arguments.of("hand-over", HandOverCar.class),
            Arguments.of("return", ReturnCar.class),
            Arguments.of("no-show", RecordNoShow.class));
    private static final String CANCELLATION = "/api/v1/bookings/" + Samples.ID + "/cancellation";

    @Test
    void books() throws Exception {
        var response = post("/api/v1/bookings", """
                {"carId": "0197d1a2-7c7e-7000-8000-00000000000a",
                 "customer": {"name": "Ada Lovelace", "email": "ada@example.org", "phone": "030"},
                 "start": "2027-03-01T10:00:00+01:00", "end": "2027-03-04T09:00:00Z",
                 "expectedTotal": {"amount": "149.70", "currency": "EUR"}}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/bookings/" + Samples.ID);
        JSONAssert.assertEquals(BOOKING, response.body(), true);
        assertThat(ports.asked(BookCar.Command.class)).isEqualTo(new BookCar.Command(
                Samples.CAR.id(), new CustomerInput("Ada Lovelace", "ada@example.org", Optional.of("030")),
                Samples.PERIOD.start(), Samples.PERIOD.end(),
                Optional.of(new MoneyInput(new BigDecimal("149.70"), "EUR")), false));
    }

    @Test
    void holds() throws Exception {
        ports.answerWith(view(Booking.hold(
                Samples.BOOKING.id(), Samples.CAR, Samples.DEALER, Samples.BOOKING.customer(), Samples.PERIOD, Samples.QUOTE,
                Samples.CREATED_AT, Instant.parse("2027-02-01T08:45:00.250Z"))));

        var response = post("/api/v1/bookings", """
                {"carId": "0197d1a2-7c7e-7000-8000-00000000000a",
                 "customer": {"name": "Ada Lovelace", "email": "ada@example.org"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "hold": true}""");

        assertThat(response.statusCode()).isEqualTo(201);
        JSONAssert.assertEquals("""
                {status: 'HELD', holdExpiresAt: '2027-02-01T08:45:00.250Z',
                 allowedTransitions: ['confirmation', 'cancellation']}""", response.body(), false);
        assertThat(ports.asked(BookCar.Command.class).hold()).isTrue();
    }

    @Test
    void showsHandOverAndReturn() throws Exception {
        var handedOver = Samples.BOOKING.handOver(Samples.PERIOD.start());
        ports.answerWith(new BookingView(handedOver, true, false));
        assertThat(members()).contains("\"handedOverAt\":\"2027-03-01T09:00:00Z\"", "\"overdue\":true")
                .doesNotContain("returnedAt", "atRisk");

        ports.answerWith(view(handedOver.takeBack(Samples.PERIOD.end())));
        assertThat(members()).contains("\"returnedAt\":\"2027-03-04T09:00:00Z\"").doesNotContain("overdue");

        ports.answerWith(new BookingView(Samples.BOOKING, false, true));
        assertThat(members()).contains("\"atRisk\":true").doesNotContain("handedOverAt", "overdue");

        ports.answerWith(view(Samples.BOOKING.cancel(Optional.of(new Reason("flight cancelled")))));
        assertThat(members()).contains("\"cancellationReason\":\"flight cancelled\"");
    }

    private String members() {
        return get("/api/v1/bookings/" + Samples.ID).body();
    }

    private static BookingView view(Booking booking) {
        return new BookingView(booking, false, false);
    }

    @Test
    void changes() throws Exception {
        var response = patch("/api/v1/bookings/" + Samples.ID,
                "{\"end\": \"2027-03-05T09:00:00Z\", \"customer\": {\"phone\": \"030\"}}", "If-Match", "*");

        JSONAssert.assertEquals(BOOKING, response.body(), true);
        var command = ports.asked(ChangeBooking.Command.class);
        assertThat(command.id()).isEqualTo(Samples.BOOKING.id());
        assertThat(command.start()).isEmpty();
        assertThat(command.end()).contains(Instant.parse("2027-03-05T09:00:00Z"));
        assertThat(command.customer()).contains(
                new ChangeBooking.CustomerChange(Optional.empty(), Optional.empty(), Optional.of("030")));
    }

    @ParameterizedTest
    @FieldSource("TRANSITIONS")
    void makesEachTransition(String transition, Class<?> port) throws Exception {
        var path = "/api/v1/bookings/" + Samples.ID + "/" + transition;

        JSONAssert.assertEquals(BOOKING, send("POST", path, BodyPublishers.noBody()).body(), true);
        assertThat(ports.lastCall()).contains(new StubPorts.Call(port, List.of(Samples.BOOKING.id(), Precondition.NONE)));
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(BOOKING, get("/api/v1/bookings/" + Samples.ID).body(), true);
    }

    @Test
    void listsWithFilters() throws Exception {
        var response = get("/api/v1/bookings?carId=" + Samples.ID + "&dealerId=" + Samples.ID
                + "&status=CANCELLED&from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z");

        JSONAssert.assertEquals("{items: [" + BOOKING + "]}", response.body(), true);
        assertThat(ports.asked(CalendarFilter.class)).isEqualTo(new CalendarFilter<>(
                Optional.of(Samples.CAR.id()), Optional.of(Samples.DEALER.id()), Optional.of(BookingStatus.CANCELLED),
                Optional.of(Samples.PERIOD.start()), Optional.of(Samples.PERIOD.end())));
    }

    @Test
    void cancelsWithAReason() throws Exception {
        var response = post(CANCELLATION, "{\"reason\": \"flight cancelled\"}");

        JSONAssert.assertEquals(BOOKING, response.body(), true);
        assertThat(ports.lastCall()).contains(cancelled(Optional.of("flight cancelled")));
    }

    @Test
    void cancelsWithoutABody() {
        assertThat(send("POST", CANCELLATION, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
        assertThat(post(CANCELLATION, "").statusCode()).isEqualTo(200);
        assertThat(post(CANCELLATION, "{}").statusCode()).isEqualTo(200);
        assertThat(ports.lastCall()).contains(cancelled(Optional.empty()));
    }

    private static StubPorts.Call cancelled(Optional<String> reason) {
        return new StubPorts.Call(CancelBooking.class, List.of(Samples.BOOKING.id(), Precondition.NONE, reason));
    }
}
