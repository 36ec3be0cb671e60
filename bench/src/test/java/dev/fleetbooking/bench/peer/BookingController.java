package dev.fleetbooking.bench.peer;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class BookingController {

    private final BookingService service;

    BookingController(BookingService service) {
        this.service = service;
    }

    record Customer(String name, String email) {
    }

    record BookingRequest(UUID carId, Instant start, Instant end, Customer customer) {
    }

    record BookingResponse(UUID id, UUID carId, UUID dealerId, String status, Customer customer, Instant start, Instant end,
            BigDecimal total, String currency, Instant createdAt) {
    }

    record CarResponse(UUID id, UUID dealerId, String registrationPlate, String make, String model, String category,
            BigDecimal dailyPrice, String currency) {
    }

    record Available(CarResponse car, long days, BigDecimal total) {
    }

    @PostMapping("/bookings")
    ResponseEntity<BookingResponse> book(@RequestBody BookingRequest request) {
        var booking = service.book(
                request.carId(), request.customer().name(), request.customer().email(), request.start(), request.end());
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + booking.id())).body(new BookingResponse(
                booking.id(), booking.car().id(), booking.car().dealerId(), booking.status(),
                new Customer(booking.customerName(), booking.customerEmail()), booking.startsAt(), booking.endsAt(),
                booking.total(), booking.car().currency(), booking.createdAt()));
    }

    @GetMapping("/availability")
    List<Available> available(@RequestParam UUID dealerId, @RequestParam Instant from, @RequestParam Instant to,
            @RequestParam(defaultValue = "20") int limit) {
        return service.available(dealerId, from, to, limit).stream()
                .map(car -> new Available(
                        new CarResponse(car.id(), car.dealerId(), car.registrationPlate(), car.make(), car.model(), car.category(),
                                car.dailyPrice(), car.currency()),
                        BookingService.days(from, to), BookingService.price(car, from, to)))
                .toList();
    }

    @ExceptionHandler
    ProblemDetail conflict(DataIntegrityViolationException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The car is not available.");
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such car.");
    }

    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refused.getMessage());
    }
}
