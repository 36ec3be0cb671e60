package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.edge.PageResponse;
import dev.fleetbooking.rest.edge.Paging;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = BookingController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class BookingController {

    static final String PATH = "/api/v1/bookings";

    private final BookCar bookCar;
    private final CancelBooking cancelBooking;
    private final GetBooking getBooking;
    private final ListBookings listBookings;

    BookingController(BookCar bookCar, CancelBooking cancelBooking, GetBooking getBooking, ListBookings listBookings) {
        this.bookCar = bookCar;
        this.cancelBooking = cancelBooking;
        this.getBooking = getBooking;
        this.listBookings = listBookings;
    }

    @PostMapping
    ResponseEntity<BookingResponse> bookCar(@Valid @RequestBody BookCarRequest request) {
        var booking = BookingResponse.of(bookCar.book(request.toCommand()));
        return ResponseEntity.created(URI.create(PATH + "/" + booking.id())).body(booking);
    }

    @GetMapping
    PageResponse<BookingResponse> listBookings(
            @RequestParam Optional<CarId> carId,
            @RequestParam Optional<DealerId> dealerId,
            @RequestParam Optional<BookingStatus> status,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Paging paging) {
        var filter = new BookingRepository.Filter(carId, dealerId, status, from, to);
        var page = listBookings.list(filter, paging.requestById(BookingId::new));
        return paging.response(page, BookingResponse::of, booking -> booking.id().value());
    }

    @GetMapping("/{id}")
    BookingResponse getBooking(@PathVariable BookingId id) {
        return BookingResponse.of(getBooking.get(id));
    }

    @PostMapping("/{id}/cancellation")
    BookingResponse cancelBooking(
            @PathVariable BookingId id,
            Precondition precondition,
            @RequestBody(required = false) CancelBookingRequest request) {
        var reason = Optional.ofNullable(request).flatMap(CancelBookingRequest::reason);
        return BookingResponse.of(cancelBooking.cancel(new CancelBooking.Command(id, precondition, reason)));
    }
}
