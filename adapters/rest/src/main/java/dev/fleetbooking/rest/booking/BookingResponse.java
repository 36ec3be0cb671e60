package dev.fleetbooking.rest.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingTransition;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.kit.Revision;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.pricing.QuoteResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        Optional<Instant> holdExpiresAt,
        Optional<String> cancellationReason,
        Optional<Instant> handedOverAt,
        Optional<Instant> returnedAt,
        Optional<Boolean> overdue,
        Optional<Boolean> atRisk) implements Revisioned {

    static BookingResponse of(BookingView view) {
        var booking = view.booking();
        var progress = booking.progress();
        return new BookingResponse(
                view.revision(),
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
                progress.holdExpiresAt(),
                progress.cancellationReason().map(Reason::value),
                progress.handedOverAt(),
                progress.returnedAt(),
                Optional.of(view.overdue()).filter(overdue -> overdue),
                Optional.of(view.atRisk()).filter(atRisk -> atRisk));
    }

    record CustomerResponse(String name, String email, Optional<String> phone) {

        static CustomerResponse of(Customer customer) {
            return new CustomerResponse(
                    customer.name().value(), customer.email().value(), customer.phone().map(PhoneNumber::value));
        }
    }
}
