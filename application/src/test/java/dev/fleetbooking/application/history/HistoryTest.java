package dev.fleetbooking.application.history;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.text.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One event for each change, with the facts before and after. */
@WhatToDo("docs/recipes/add-a-transition.md has the steps of an event")
class HistoryTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer();
    private final Car car = fleet.car(dealer);

    @Test
    void allTransitionsOfABookingAreRecorded() {
        var held = fleet.hold(car, hours(1, 3));
        fleet.setTime(minute(1));
        var confirmed = fleet.confirm(held);
        fleet.setTime(minute(2));
        var rescheduled = fleet.reschedule(confirmed, hours(1, 30));
        fleet.setTime(hour(1).plusMillis(123));
        var active = fleet.handOver(rescheduled);
        fleet.setTime(hour(29));
        var completed = fleet.takeBack(active);

        assertThat(fleet.events(held.id().value())).containsExactly(
                event(EventType.BOOKING_HELD, NOW, Optional.empty(), held),
                event(EventType.BOOKING_CONFIRMED, minute(1), Optional.of(held), confirmed),
                event(EventType.BOOKING_RESCHEDULED, minute(2), Optional.of(confirmed), rescheduled),
                event(EventType.CAR_HANDED_OVER, hour(1).plusMillis(123), Optional.of(rescheduled), active),
                event(EventType.CAR_RETURNED, hour(29), Optional.of(active), completed));
    }

    @Test
    void cancellationsAreRecordedWithTheirReasonAndNoShows() {
        var cancelled = fleet.book(car, hours(1, 3));
        fleet.useCase(CancelBooking.class).cancel(cancelled.id(), Precondition.NONE, Optional.of("plans changed"));
        var noShow = fleet.bring(fleet.book(car, hours(1, 3)), BookingStatus.NO_SHOW);

        assertThat(types(cancelled.id().value())).containsExactly(EventType.BOOKING_MADE, EventType.BOOKING_CANCELLED);
        assertThat(fleet.events(cancelled.id().value()).getLast().after().reason()).contains(new Reason("plans changed"));
        assertThat(types(noShow.id().value())).containsExactly(EventType.BOOKING_MADE, EventType.BOOKING_NO_SHOW);
    }

    @Test
    void aRescheduleWithACorrectionIsRecordedAsTwoEventsWithoutTheCustomer() {
        var booking = fleet.book(car, hours(1, 3));
        fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.NONE, Optional.empty(), Optional.of(hour(5)), Optional.of(
                        new ChangeBooking.CustomerChange(Optional.of("Grace Hopper"), Optional.empty(), Optional.empty()))));

        var events = fleet.events(booking.id().value());

        assertThat(events).extracting(Event::type).containsExactly(
                EventType.BOOKING_MADE, EventType.BOOKING_RESCHEDULED, EventType.BOOKING_CORRECTED);
        assertThat(events.getLast().before()).contains(events.getLast().after());
        assertThat(events.toString()).doesNotContain("Grace", "Ada", "example.org");
    }

    @Test
    void aDisplacementIsRecordedWithBothCars() {
        var spare = fleet.car(dealer);
        var booking = fleet.book(car, hours(1, 3));
        fleet.plan(car, hours(1, 3), OnConflict.DISPLACE, false);

        assertThat(fleet.events(booking.id().value()).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.BOOKING_DISPLACED);
            assertThat(event.before().orElseThrow().carId()).contains(car.id());
            assertThat(event.after().carId()).contains(spare.id());
            assertThat(event.after().total()).contains(booking.price().total());
        });
    }

    @Test
    void allTransitionsOfAWindowAreRecorded() {
        var planned = fleet.plan(car, hours(1, 3));
        var moved = fleet.move(planned, hours(2, 4));
        fleet.setTime(hour(2));
        var started = fleet.start(moved);
        var completed = fleet.complete(started);
        var subject = new Subject(Subject.Kind.MAINTENANCE_WINDOW, planned.id().value(), planned.dealerId());

        assertThat(fleet.events(planned.id().value())).containsExactly(
                new Event(EventType.MAINTENANCE_PLANNED, NOW, subject, Optional.empty(), Optional.empty(), Facts.of(planned)),
                new Event(
                        EventType.MAINTENANCE_MOVED, NOW, subject, Optional.empty(),
                        Optional.of(Facts.of(planned)), Facts.of(moved)),
                new Event(
                        EventType.MAINTENANCE_STARTED, hour(2), subject, Optional.empty(),
                        Optional.of(Facts.of(moved)), Facts.of(started)),
                new Event(
                        EventType.MAINTENANCE_COMPLETED, hour(2), subject, Optional.empty(),
                        Optional.of(Facts.of(started)), Facts.of(completed)));
    }

    @Test
    void aCancelledWindowAndACorrectedReasonAreRecorded() {
        var window = fleet.plan(car, hours(1, 3));
        fleet.useCase(ChangeMaintenance.class).change(new ChangeMaintenance.Command(
                window.id(), Precondition.NONE, Optional.empty(), Optional.empty(), Optional.of("tyres")));
        fleet.cancel(window);

        assertThat(fleet.events(window.id().value()))
                .extracting(Event::type, event -> event.after().reason().orElseThrow().value())
                .containsExactly(
                        tuple(EventType.MAINTENANCE_PLANNED, "brakes"), tuple(EventType.MAINTENANCE_MOVED, "tyres"),
                        tuple(EventType.MAINTENANCE_CANCELLED, "tyres"));
    }

    @Test
    void changesOfACarAreRecorded() {
        var changed = fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);
        fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);
        var subject = new Subject(Subject.Kind.CAR, car.id().value(), car.dealerId());

        assertThat(fleet.events(car.id().value())).containsExactly(
                new Event(EventType.CAR_ADDED, NOW, subject, Optional.empty(), Optional.empty(), Facts.of(car)),
                new Event(EventType.CAR_CHANGED, NOW, subject, Optional.empty(), Optional.of(Facts.of(car)), Facts.of(changed)));
    }

    @Test
    void aRefusedCallIsNotRecorded() {
        var booking = fleet.book(car, hours(1, 3));

        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, hours(1, 3)));
        refusal(CommonRefusal.TooEarly.class, () -> fleet.recordNoShow(booking));

        assertThat(feed(0)).extracting(found -> found.event().type())
                .containsExactly(EventType.CAR_ADDED, EventType.BOOKING_MADE);
    }

    @Test
    void theFeedContinuesAfterTheLastSequenceSeen() {
        var booking = fleet.book(car, hours(1, 3));
        var seen = feed(0);
        fleet.cancel(booking);

        assertThat(feed(seen.getLast().sequence())).extracting(found -> found.event().type())
                .containsExactly(EventType.BOOKING_CANCELLED);
        assertThat(fleet.useCase(ListEvents.class).list(new ListEvents.Query(0, Optional.empty(), 1)))
                .isEqualTo(seen.subList(0, 1));
    }

    private List<Sequenced> feed(long after) {
        return fleet.useCase(ListEvents.class).list(new ListEvents.Query(after, Optional.empty(), 100));
    }

    private List<EventType> types(UUID subject) {
        return fleet.events(subject).stream().map(Event::type).toList();
    }

    private static Event event(EventType type, Instant at, Optional<Booking> before, Booking after) {
        return new Event(
                type, at, new Subject(Subject.Kind.BOOKING, after.id().value(), after.dealerId()), Optional.empty(),
                before.map(Facts::of),
                Facts.of(after));
    }
}
