package dev.fleetbooking.rest.car;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = CarController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record CarController(AddCar addCar, ChangeCar changeCar, GetCar getCar, ListCars listCars) {

    static final String PATH = "/api/v1/cars";

    @PostMapping
    ResponseEntity<CarResponse> addCar(@Valid @RequestBody AddCarRequest request) {
        var car = CarResponse.of(addCar.add(request.toCommand()));
        return ResponseEntity.created(URI.create(PATH + "/" + car.id())).body(car);
    }

    @GetMapping
    ResponseEntity<PageResponse<CarResponse>> listCars(
            @RequestParam Optional<DealerId> dealerId,
            @RequestParam Optional<Category> category,
            @RequestParam Optional<CarStatus> status,
            @RequestParam Optional<Instant> asOf,
            Paging paging) {
        var filter = new ListCars.Filter(dealerId, category, status);
        var page = listCars.list(filter, asOf, paging.requestById(CarId::new));
        return answer(asOf, paging.response(page, CarResponse::of, view -> view.car().id().value()));
    }

    @GetMapping("/{id}")
    ResponseEntity<CarResponse> getCar(@PathVariable CarId id, @RequestParam Optional<Instant> asOf) {
        return answer(asOf, CarResponse.of(getCar.get(id, asOf)));
    }

    @PatchMapping("/{id}")
    CarResponse changeCar(
            @PathVariable CarId id, Precondition precondition, @Valid @RequestBody ChangeCarRequest request) {
        return CarResponse.of(changeCar.change(request.toCommand(id, precondition)));
    }

    /** What occupies a car changes without a change of the car, so its entity tag would stay the same. */
    private static <T> ResponseEntity<T> answer(Optional<Instant> asOf, T body) {
        var ok = ResponseEntity.ok();
        return asOf.isPresent() ? ok.cacheControl(CacheControl.noStore()).body(body) : ok.body(body);
    }
}
