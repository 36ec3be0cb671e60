package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.kit.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each resource is answered whole, read as it was answered, and listed through each of its filters. */
class ResourcesIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @Test
    void aDealer() {
        var dealer = api.post("/dealers", """
                {"name": " City Cars ", "timeZone": "Asia/Tokyo", "currency": "JPY", "turnaroundMinutes": 90}
                """).expect(201);

        assertThat(dealer.body()).isEqualTo(json("""
                {"id": "%s", "name": "City Cars", "timeZone": "Asia/Tokyo", "currency": "JPY", "turnaroundMinutes": 90}
                """.formatted(dealer.id())));
        assertIsReadAsAnswered("/dealers/", dealer);
    }

    @Test
    void dealersAreListedInTheOrderTheyCame() {
        var first = api.get("/dealers/" + fleet.dealer()).body();
        var second = api.get("/dealers/" + fleet.dealer("Asia/Tokyo", "JPY", 60)).body();

        assertThat(api.pages("/dealers?limit=100")).endsWith(first, second);
    }

    @Test
    void aCar() {
        var dealer = fleet.dealer("Africa/Tunis", "TND", 0);

        var car = api.post("/cars", """
                {"dealerId": "%s", "registrationPlate": " b-ab 123 ", "make": " VW ", "model": "Golf", "modelYear": 2024,
                 "category": "COMPACT", "dailyPrice": {"amount": 120.5, "currency": "TND"}}
                """.formatted(dealer)).expect(201);

        assertThat(car.body()).isEqualTo(json("""
                {"id": "%s", "dealerId": "%s", "registrationPlate": "B-AB 123", "make": "VW", "model": "Golf",
                 "modelYear": 2024, "category": "COMPACT", "dailyPrice": {"amount": "120.500", "currency": "TND"},
                 "status": "IN_SERVICE"}
                """.formatted(car.id(), dealer)));
        assertIsReadAsAnswered("/cars/", car);
    }

    @Test
    void carsAreListedByDealerCategoryAndStatus() {
        var dealer = fleet.dealer();
        var compact = api.get("/cars/" + fleet.car(dealer, "COMPACT", "49.90", "EUR")).body();
        var sedan = api.get("/cars/" + fleet.car(dealer, "SEDAN", "89.00", "EUR")).body();
        var parked = outOfService(fleet.car(dealer, "SEDAN", "89.00", "EUR")).body();
        fleet.car(fleet.dealer());

        assertThat(api.pages("/cars?dealerId=" + dealer)).containsExactly(compact, sedan, parked);
        assertThat(api.pages("/cars?category=SEDAN&dealerId=" + dealer)).containsExactly(sedan, parked);
        assertThat(api.pages("/cars?status=IN_SERVICE&dealerId=" + dealer)).containsExactly(compact, sedan);
        assertThat(api.pages("/cars?status=OUT_OF_SERVICE&category=SEDAN&dealerId=" + dealer)).containsExactly(parked);
        assertThat(api.pages("/cars?status=RETIRED&dealerId=" + dealer)).isEmpty();
        assertThat(api.pages("/cars?dealerId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void aCarIsShownWithWhatOccupiesItAtAnInstant() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        var car = fleet.car(dealer);
        fleet.car(dealer);
        var booking = fleet.book(car, START, END).expect(201);

        var shown = api.get("/cars/%s?asOf=2027-03-04T10:00:00Z".formatted(car)).expect(200);
        var list = api.get("/cars?dealerId=%s&asOf=2027-03-04T10:00:00Z".formatted(dealer)).expect(200).body();

        assertThat(shown.body().requiredAt("/occupiedBy")).isEqualTo(json("""
                {"kind": "BOOKING", "id": "%s", "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T10:30:00Z"}
                """.formatted(booking.id())));
        assertThat(list.requiredAt("/items/0")).isEqualTo(shown.body());
        assertThat(list.requiredAt("/items/1").has("occupiedBy")).isFalse();
        assertThat(api.get("/cars/" + car).body().has("occupiedBy")).isFalse();
    }

    @Test
    void aBooking() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        clock.set(NOW.plusMillis(123));

        var booking = api.post("/bookings", """
                {"carId": "%s",
                 "customer": {"name": " Ada Lovelace ", "email": "ada@example.org", "phone": "+44 (0)20/7946-0.0"},
                 "start": "2027-03-01T10:00:00+01:00", "end": "2027-03-04T18:00:00+09:00"}
                """.formatted(car)).expect(201);

        assertThat(booking.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "CONFIRMED",
                 "customer": {"name": "Ada Lovelace", "email": "ada@example.org", "phone": "+44 (0)20/7946-0.0"},
                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "timeZone": "Europe/Berlin",
                 "price": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                           "total": {"amount": "149.70", "currency": "EUR"}},
                 "createdAt": "2027-01-04T08:00:00.123Z",
                 "allowedTransitions": ["cancellation", "hand-over", "no-show"]}
                """.formatted(booking.id(), car, dealer)));
        assertIsReadAsAnswered("/bookings/", booking);
    }

    @Test
    void bookingsAreListedByCarDealerStatusAndTime() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var later = fleet.book(car, START, END).body();
        var sooner = fleet.book(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").body();
        var other = fleet.book(fleet.car(dealer), START, END).body();
        var cancelled = fleet.ask(fleet.book(car, "2027-05-01T09:00:00Z", "2027-05-04T09:00:00Z"), "cancellation").body();
        fleet.book(fleet.car(fleet.dealer()), START, END).expect(201);

        assertThat(api.pages("/bookings?dealerId=" + dealer)).containsExactly(later, sooner, other, cancelled);
        assertThat(api.pages("/bookings?carId=" + car)).containsExactly(later, sooner, cancelled);
        assertThat(api.pages("/bookings?status=CANCELLED&dealerId=" + dealer)).containsExactly(cancelled);
        assertThat(api.pages("/bookings?from=2027-02-04T10:00:00%2B01:00&carId=" + car)).containsExactly(later, cancelled);
        assertThat(api.pages("/bookings?to=2027-03-01T09:00:00Z&carId=" + car)).containsExactly(sooner);
        assertThat(api.pages("/bookings?carId=%s&dealerId=%s".formatted(car, fleet.dealer()))).isEmpty();
    }

    @Test
    void aMaintenanceWindow() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        var car = fleet.car(dealer);

        var window = api.post("/maintenance-windows", """
                {"carId": "%s", "start": "2027-03-01T10:00:00+01:00", "end": "%s", "reason": " brakes "}
                """.formatted(car, END)).expect(201);

        assertThat(window.body()).isEqualTo(json("""
                {"id": "%s", "carId": "%s", "dealerId": "%s", "status": "PLANNED", "start": "2027-03-01T09:00:00Z",
                 "end": "2027-03-04T09:00:00Z", "reason": "brakes", "createdAt": "2027-01-04T08:00:00Z",
                 "allowedTransitions": ["start", "cancellation"]}
                """.formatted(window.id(), car, dealer)));
        assertIsReadAsAnswered("/maintenance-windows/", window);
    }

    @Test
    void maintenanceWindowsAreListedByCarDealerStatusAndTime() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var later = fleet.plan(car, START, END).body();
        var sooner = fleet.plan(car, "2027-02-01T09:00:00Z", "2027-02-04T09:00:00Z").body();
        var other = fleet.plan(fleet.car(dealer), START, END).body();
        var cancelled = fleet.ask(fleet.plan(car, "2027-05-01T09:00:00Z", "2027-05-04T09:00:00Z"), "cancellation").body();
        fleet.plan(fleet.car(fleet.dealer()), START, END).expect(201);

        var windows = "/maintenance-windows";
        assertThat(api.pages(windows + "?dealerId=" + dealer)).containsExactly(later, sooner, other, cancelled);
        assertThat(api.pages(windows + "?carId=" + car)).containsExactly(later, sooner, cancelled);
        assertThat(api.pages(windows + "?status=CANCELLED&dealerId=" + dealer)).containsExactly(cancelled);
        assertThat(api.pages(windows + "?from=2027-02-04T09:00:00Z&carId=" + car)).containsExactly(later, cancelled);
        assertThat(api.pages(windows + "?to=2027-03-01T09:00:00Z&carId=" + car)).containsExactly(sooner);
        assertThat(api.pages(windows + "?carId=%s&dealerId=%s".formatted(car, fleet.dealer()))).isEmpty();
    }

    @Test
    void availableCarsAreFoundByDealerCategoryCurrencyAndPrice() {
        var dealer = fleet.dealer();
        var compact = fleet.car(dealer, "COMPACT", "40.00", "EUR");
        var sedan = fleet.car(dealer, "SEDAN", "60.00", "EUR");
        fleet.book(fleet.car(dealer), START, END).expect(201);
        outOfService(fleet.car(dealer));

        var search = "/availability?from=%s&to=%s".formatted(START, END);
        var ofDealer = search + "&dealerId=" + dealer;
        assertThat(api.pages(ofDealer)).extracting(offer -> offer.requiredAt("/car/id").asString())
                .containsExactly(compact, sedan);
        assertThat(api.pages(ofDealer + "&category=SEDAN")).containsExactly(json("""
                {"car": %s, "quote": {"days": 3, "dailyPrice": {"amount": "60.00", "currency": "EUR"},
                                      "total": {"amount": "180.00", "currency": "EUR"}}}
                """.formatted(api.get("/cars/" + sedan).body())));
        assertThat(api.pages(ofDealer + "&currency=JPY")).isEmpty();
        assertThat(api.pages(ofDealer + "&currency=EUR&maxDailyPrice=59.99")).hasSize(1);
        assertThat(api.pages(search + "&dealerId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void theAvailabilityOfOneCarIsExplained() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, "2027-02-27T09:00:00Z", "2027-03-01T12:00:00Z").expect(201);
        fleet.plan(car, "2027-03-03T09:00:00Z", "2027-03-06T09:00:00Z").expect(201);

        var explained = api.get("/cars/%s/availability?from=%s&to=%s".formatted(car, START, END)).expect(200);

        assertThat(explained.body()).isEqualTo(json("""
                {"carId": "%s", "from": "2027-03-01T09:00:00Z", "to": "2027-03-04T09:00:00Z", "available": false,
                 "reasons": ["BOOKED", "MAINTENANCE"],
                 "busy": [{"start": "2027-02-27T09:00:00Z", "end": "2027-03-01T12:00:00Z", "kind": "BOOKING"},
                          {"start": "2027-03-01T12:00:00Z", "end": "2027-03-01T13:30:00Z", "kind": "TURNAROUND"},
                          {"start": "2027-03-03T09:00:00Z", "end": "2027-03-06T09:00:00Z", "kind": "MAINTENANCE"}],
                 "free": [{"start": "2027-03-01T13:30:00Z", "end": "2027-03-03T09:00:00Z"}],
                 "nextAvailableFrom": "2027-03-06T09:00:00Z"}
                """.formatted(car)));
    }

    private void assertIsReadAsAnswered(String collection, Api.Answer created) {
        assertThat(created.location()).isEqualTo(collection + created.id());
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
        var read = api.get(created.location()).expect(200);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.eTag()).isEqualTo(created.eTag());
    }

    private Api.Answer outOfService(String car) {
        return api.patch("/cars/" + car, "{\"status\": \"OUT_OF_SERVICE\"}", "If-Match", "*").expect(200);
    }
}
