package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingLifeCycle;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingTransition;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.Revision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all transitions of a booking have in common, for each status and each of them. */
@WhatToDo("docs/recipes/add-a-transition.md has the steps of a transition")
class BookingTransitionsTest {

    private static final BookingId UNKNOWN = new BookingId(new UUID(0, 0));
    private static final Precondition OUTDATED = Precondition.oneOf(Set.of(new Revision("7")));

    private final Fleet fleet = new Fleet();
    private final Car car = fleet.car(fleet.dealer());

    static Stream<BookingTransition> requestableTransitions() {
        return BookingLifeCycle.TABLE.rows().stream().filter(LifeCycle.Row::requestable).map(LifeCycle.Row::by).distinct();
    }

    static Stream<Arguments> everyStatusAndTransition() {
        return Stream.of(BookingStatus.values())
                .flatMap(status -> requestableTransitions().map(transition -> Arguments.of(status, transition)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndTransition")
    void theTableDecidesWhichTransitionsArePossible(BookingStatus status, BookingTransition transition) {
        var booking = inStatus(status);
        var events = fleet.events(booking.id().value());
        var table = BookingLifeCycle.TABLE;
        if (status == BookingStatus.CONFIRMED && transition == BookingTransition.NO_SHOW) {
            fleet.setTime(minute(90));
        }

        if (table.allowedFrom(status).contains(transition)) {
            assertThat(request(booking, transition).status()).isEqualTo(table.next(status, transition));
            assertThat(fleet.events(booking.id().value()))
                    .as("one event more; none is recorded if the transition changes nothing")
                    .hasSize(events.size() + 1);
        } else if (table.isDone(status, transition)) {
            assertThat(request(booking, transition)).isEqualTo(booking);
            assertThat(fleet.events(booking.id().value())).isEqualTo(events);
        } else {
            assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> request(booking, transition)))
                    .isEqualTo(new CommonRefusal.InvalidTransition(
                            status.name(), transition.label(),
                            table.allowedFrom(status).stream().map(BookingTransition::label).toList()));
            assertThat(fleet.view(booking).booking()).isEqualTo(booking);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "CANCELLED", "NO_SHOW", "COMPLETED"})
    void aBookingThatIsOverIsNeitherRescheduledNorCorrected(BookingStatus status) {
        var booking = inStatus(status);
        var refused = new CommonRefusal.InvalidTransition(status.name(), "reschedule", List.of());
        var later = hours(1000, 1010);

        assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> fleet.reschedule(booking, later))).isEqualTo(refused);
        assertThat(refusal(CommonRefusal.InvalidTransition.class, () -> fleet.useCase(ChangeBooking.class).change(
                new ChangeBooking.Command(booking.id(), Precondition.NONE, Optional.empty(), Optional.empty(), Optional.of(
                        new ChangeBooking.CustomerChange(Optional.of("Grace"), Optional.empty(), Optional.empty()))))))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @MethodSource("requestableTransitions")
    void anUnknownBookingIsRefusedBeforeTheRevision(BookingTransition transition) {
        assertThat(refusal(CommonRefusal.NotFound.class, () -> request(UNKNOWN, transition, OUTDATED)))
                .isEqualTo(new CommonRefusal.NotFound("booking", UNKNOWN.value()));
    }

    @ParameterizedTest
    @MethodSource("requestableTransitions")
    void anotherRevisionIsRefusedBeforeTheStatus(BookingTransition transition) {
        var booking = inStatus(BookingStatus.CANCELLED);

        refusal(CommonRefusal.RevisionMismatch.class, () -> request(booking.id(), transition, OUTDATED));
    }

    @Test
    void everythingWrongWithAChangeIsRefusedAtOnceAndBeforeTheStatus() {
        var booking = inStatus(BookingStatus.CANCELLED);

        assertThat(invalidFields(() -> fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.NONE, Optional.of(minute(-6).plusSeconds(1)), Optional.of(minute(-10)), Optional.of(
                        new ChangeBooking.CustomerChange(Optional.of(""), Optional.of("x"), Optional.of("call me")))))))
                .containsExactly(
                        "end", "start", "start", "end", "customer.name", "customer.email", "customer.phone");
    }

    private Booking inStatus(BookingStatus status) {
        return switch (status) {
            case HELD -> fleet.hold(car, hours(1, 3));
            case EXPIRED -> {
                var hold = fleet.hold(car, hours(1, 3));
                fleet.setTime(minute(15));
                yield fleet.view(hold).booking();
            }
            default -> fleet.bring(fleet.book(car, hours(1, 3)), status);
        };
    }

    private Booking request(Booking booking, BookingTransition transition) {
        return request(booking.id(), transition, Precondition.NONE);
    }

    private Booking request(BookingId id, BookingTransition transition, Precondition precondition) {
        return switch (transition) {
            case CONFIRMATION -> fleet.useCase(ConfirmBooking.class).confirm(id, precondition).booking();
            case CANCELLATION -> fleet.useCase(CancelBooking.class)
                    .cancel(id, precondition, Optional.of("again")).booking();
            case HAND_OVER -> fleet.useCase(HandOverCar.class).handOver(id, precondition).booking();
            case NO_SHOW -> fleet.useCase(RecordNoShow.class).record(id, precondition).booking();
            case RETURN -> fleet.useCase(ReturnCar.class).takeBack(id, precondition).booking();
            case BOOK, HOLD, LAPSE, RESCHEDULE -> throw new IllegalArgumentException("not requestable: " + transition);
        };
    }
}
