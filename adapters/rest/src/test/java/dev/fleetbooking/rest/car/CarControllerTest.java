package dev.fleetbooking.rest.car;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.StubPorts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class CarControllerTest extends RestTest {

    private static final String CAR = """
            {"id": "0197d1a2-7c7e-7000-8000-00000000000a", "dealerId": "0197d1a2-7c7e-7000-8000-00000000000a",
             "registrationPlate": "B-AB 123", "make": "VW", "model": "Golf", "modelYear": 2024, "category": "COMPACT",
             "dailyPrice": {"amount": "49.90", "currency": "EUR"}, "status": "IN_SERVICE"}""";

    @Test
    void adds() throws Exception {
        var response = post("/api/v1/cars", """
                {"dealerId": "0197d1a2-7c7e-7000-8000-00000000000a", "registrationPlate": "B-AB 123", "make": "VW",
                 "model": "Golf", "modelYear": 2024, "category": "COMPACT",
                 "dailyPrice": {"amount": "49.90", "currency": "EUR"}}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/cars/" + Samples.ID);
        JSONAssert.assertEquals(CAR, response.body(), true);
        assertThat(ports.asked(AddCar.Command.class)).isEqualTo(new AddCar.Command(
                Samples.DEALER.id(), "B-AB 123", "VW", "Golf", 2024, "COMPACT", new MoneyInput(new BigDecimal("49.90"), "EUR")));
    }

    @Test
    void shows() throws Exception {
        JSONAssert.assertEquals(CAR, get("/api/v1/cars/" + Samples.ID).body(), true);
        assertThat(ports.lastCall()).contains(new StubPorts.Call(GetCar.class, List.of(Samples.CAR.id(), Optional.empty())));
    }

    @Test
    void showsWhatOccupiesTheCarAtAnInstant() throws Exception {
        var asOf = "?asOf=2027-03-04T11:00:00%2B01:00";
        var occupied = CAR.replaceFirst("}$", """
                , "occupiedBy": {"kind": "BOOKING", "id": "0197d1a2-7c7e-7000-8000-00000000000a",
                                 "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T10:30:00Z"}}""");

        JSONAssert.assertEquals("{items: [" + occupied + "]}", get("/api/v1/cars" + asOf).body(), true);
        JSONAssert.assertEquals(occupied, get("/api/v1/cars/" + Samples.ID + asOf).body(), true);
        assertThat(ports.lastCall()).contains(new StubPorts.Call(
                GetCar.class, List.of(Samples.CAR.id(), Optional.of(Instant.parse("2027-03-04T10:00:00Z")))));
    }

    @Test
    void answersAboutAnInstantMustNotBeStored() {
        for (var path : List.of("/api/v1/cars", "/api/v1/cars/" + Samples.ID)) {
            var response = get(path + "?asOf=2027-03-01T09:00:00Z", "If-None-Match", "\"0\"");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.headers().firstValue("ETag")).isEmpty();
            assertThat(get(path).headers().firstValue("Cache-Control")).isEmpty();
        }
    }

    @Test
    void listsWithFilters() throws Exception {
        var response = get("/api/v1/cars?dealerId=" + Samples.ID + "&category=COMPACT&status=OUT_OF_SERVICE");

        JSONAssert.assertEquals("{items: [" + CAR + "]}", response.body(), true);
        assertThat(ports.asked(ListCars.Filter.class)).isEqualTo(new ListCars.Filter(
                Optional.of(Samples.DEALER.id()), Optional.of(new Category("COMPACT")), Optional.of(CarStatus.OUT_OF_SERVICE)));
    }

    @Test
    void changes() {
        patch("/api/v1/cars/" + Samples.ID,
                "{\"dailyPrice\": {\"amount\": 54.9, \"currency\": \"EUR\"}, \"status\": \"RETIRED\"}", "If-Match", "*");

        var command = ports.asked(ChangeCar.Command.class);
        assertThat(command.id()).isEqualTo(Samples.CAR.id());
        assertThat(command.dailyPrice()).contains(new MoneyInput(new BigDecimal("54.9"), "EUR"));
        assertThat(command.status()).contains(CarStatus.RETIRED);
        assertThat(command.category()).isEmpty();
    }
}
