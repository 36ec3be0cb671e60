package dev.fleetbooking.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.MoneyInput;
import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.Samples;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                Optional.of(new MoneyInput(new BigDecimal("149.70"), "EUR"))));
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(BOOKING, get("/api/v1/bookings/" + Samples.ID).body(), true);
    }

    @Test
    void listsWhatPassesTheFilters() throws Exception {
        var response = get("/api/v1/bookings?carId=" + Samples.ID + "&dealerId=" + Samples.ID
                + "&status=CANCELLED&from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z");

        JSONAssert.assertEquals("{items: [" + BOOKING + "]}", response.body(), true);
        assertThat(ports.asked(List.class).getFirst()).isEqualTo(new BookingRepository.Filter(
                Optional.of(Samples.CAR.id()), Optional.of(Samples.DEALER.id()), Optional.of(BookingStatus.CANCELLED),
                Optional.of(Samples.PERIOD.start()), Optional.of(Samples.PERIOD.end())));
    }

    @Test
    void cancelsWithAReason() throws Exception {
        var response = post(CANCELLATION, "{\"reason\": \"flight cancelled\"}");

        JSONAssert.assertEquals(BOOKING, response.body(), true);
        assertThat(ports.asked(CancelBooking.Command.class).reason()).contains("flight cancelled");
    }

    @Test
    void cancelsWithoutABody() {
        assertThat(send("POST", CANCELLATION, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
        assertThat(post(CANCELLATION, "").statusCode()).isEqualTo(200);
        assertThat(post(CANCELLATION, "{}").statusCode()).isEqualTo(200);
        assertThat(ports.asked(CancelBooking.Command.class).reason()).isEmpty();
    }
}
