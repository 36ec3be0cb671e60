package dev.fleetbooking.rest.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.Revision;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingTransition;
import dev.fleetbooking.domain.text.Reason;
import dev.fleetbooking.rest.edge.Revisioned;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A booking. */
record BookingResponse(
        @JsonIgnore Revision revision,
        UUID id,
        UUID carId,
        UUID dealerId,
        BookingStatus status,
        CustomerResponse customer,
        Instant start,
        Instant end,
        String timeZone,
        QuoteResponse price,
        Instant createdAt,
        List<String> allowedTransitions,
        Optional<String> cancellationReason) implements Revisioned {

    static BookingResponse of(Booking booking) {
        return new BookingResponse(
                booking.revision(),
                booking.id().value(),
                booking.carId().value(),
                booking.dealerId().value(),
                booking.status(),
                CustomerResponse.of(booking.customer()),
                booking.period().start(),
                booking.period().end(),
                booking.timeZone().getId(),
                QuoteResponse.of(booking.price()),
                booking.createdAt(),
                booking.allowedTransitions().stream().map(BookingTransition::label).toList(),
                booking.cancellationReason().map(Reason::value));
    }
}
