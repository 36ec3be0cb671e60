package dev.fleetbooking.rest.booking;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.rest.kit.paging.PageResponse;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.request.EmptyRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
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
@RequestMapping(path = BookingController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record BookingController(
        BookCar bookCar, ChangeBooking changeBooking, ConfirmBooking confirmBooking, CancelBooking cancelBooking,
        HandOverCar handOverCar, ReturnCar returnCar, RecordNoShow recordNoShow, GetBooking getBooking,
        ListBookings listBookings) {

    static final String PATH = "/api/v1/bookings";

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
        var filter = new CalendarFilter<>(carId, dealerId, status, from, to);
        var page = listBookings.list(filter, paging.requestById(BookingId::new));
        return paging.response(page, BookingResponse::of, view -> view.booking().id().value());
    }

    @GetMapping("/{id}")
    BookingResponse getBooking(@PathVariable BookingId id) {
        return BookingResponse.of(getBooking.get(id));
    }

    @PatchMapping("/{id}")
    BookingResponse changeBooking(
            @PathVariable BookingId id, Precondition precondition, @Valid @RequestBody ChangeBookingRequest request) {
        return BookingResponse.of(changeBooking.change(request.toCommand(id, precondition)));
    }

    @PostMapping("/{id}/confirmation")
    BookingResponse confirmBooking(
            @PathVariable BookingId id, Precondition precondition, @RequestBody(required = false) EmptyRequest request) {
        return BookingResponse.of(confirmBooking.confirm(id, precondition));
    }

    @PostMapping("/{id}/cancellation")
    BookingResponse cancelBooking(
            @PathVariable BookingId id,
            Precondition precondition,
            @RequestBody(required = false) CancelBookingRequest request) {
        var reason = Optional.ofNullable(request).flatMap(CancelBookingRequest::reason);
        return BookingResponse.of(cancelBooking.cancel(id, precondition, reason));
    }

    @PostMapping("/{id}/hand-over")
    BookingResponse handOverCar(
            @PathVariable BookingId id, Precondition precondition, @RequestBody(required = false) EmptyRequest request) {
        return BookingResponse.of(handOverCar.handOver(id, precondition));
    }

    @PostMapping("/{id}/return")
    BookingResponse returnCar(
            @PathVariable BookingId id, Precondition precondition, @RequestBody(required = false) EmptyRequest request) {
        return BookingResponse.of(returnCar.takeBack(id, precondition));
    }

    @PostMapping("/{id}/no-show")
    BookingResponse recordNoShow(
            @PathVariable BookingId id, Precondition precondition, @RequestBody(required = false) EmptyRequest request) {
        return BookingResponse.of(recordNoShow.record(id, precondition));
    }
}
