package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadBookingsTest {

    private final Fleet fleet = new Fleet();

    @Test
    void anUnknownBookingIsRefused() {
        var id = new BookingId(new UUID(0, 0));

        assertThat(refusal(CommonRefusal.NotFound.class, () -> fleet.useCase(GetBooking.class).get(id)))
                .isEqualTo(new CommonRefusal.NotFound("booking", id.value()));
    }

    @Test
    void bookingsThatPassTheFilterAreListedPageByPage() {
        var car = fleet.car(fleet.dealer());
        var first = fleet.book(car, hours(48, 72));
        fleet.book(car, hours(96, 120));
        var second = fleet.book(car, hours(24, 48));

        assertThat(list(Optional.of(hour(24)), Optional.of(hour(72)), Optional.empty()))
                .isEqualTo(new Page<>(List.of(fleet.view(first)), true));
        assertThat(list(Optional.of(hour(24)), Optional.of(hour(72)), Optional.of(first.id())))
                .isEqualTo(new Page<>(List.of(fleet.view(second)), false));
    }

    @Test
    void eitherBoundMayBeAbsent() {
        assertThat(list(Optional.of(hour(1)), Optional.empty(), Optional.empty()).items()).isEmpty();
        assertThat(list(Optional.empty(), Optional.of(hour(1)), Optional.empty()).items()).isEmpty();
    }

    @Test
    void boundsThatAreNotInOrderAreRefused() {
        assertThat(invalidFields(() -> list(Optional.of(hour(1)), Optional.of(hour(1)), Optional.empty())))
                .containsExactly("to");
        assertThat(invalidFields(() -> list(Optional.of(hour(2)), Optional.of(hour(1)), Optional.empty())))
                .containsExactly("to");
    }

    private Page<BookingView> list(Optional<Instant> from, Optional<Instant> to, Optional<BookingId> after) {
        return fleet.useCase(ListBookings.class).list(
                new CalendarFilter<>(Optional.empty(), Optional.empty(), Optional.empty(), from, to),
                new PageRequest<>(after, 1));
    }
}
