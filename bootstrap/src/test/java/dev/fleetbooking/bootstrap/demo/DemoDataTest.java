package dev.fleetbooking.bootstrap.demo;

import static dev.fleetbooking.domain.booking.BookingStatus.ACTIVE;
import static dev.fleetbooking.domain.booking.BookingStatus.CANCELLED;
import static dev.fleetbooking.domain.booking.BookingStatus.COMPLETED;
import static dev.fleetbooking.domain.booking.BookingStatus.CONFIRMED;
import static dev.fleetbooking.domain.booking.BookingStatus.HELD;
import static dev.fleetbooking.domain.booking.BookingStatus.NO_SHOW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.inmemory.InMemoryStore;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionBoundary;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.car.CarView;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

class DemoDataTest {

    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final IdGenerator ids = new SequentialIds();
    private final Fleet fleet = new Fleet(store, ids);

    @Test
    void isAddedOnce() {
        add(BookingPolicy.DEFAULT, NOW);
        add(BookingPolicy.DEFAULT, NOW);

        assertThat(fleet.useCase(ListDealers.class).list(new PageRequest<>(Optional.empty(), 1000)).items()).hasSize(3);
        assertThat(cars()).hasSize(40);
    }

    @Test
    void showsWhatHappensToBookingsAndMaintenance() {
        add(BookingPolicy.DEFAULT, NOW);

        assertThat(bookings()).extracting(view -> view.booking().status())
                .contains(HELD, CONFIRMED, ACTIVE, COMPLETED, CANCELLED, NO_SHOW);
        assertThat(bookings()).anyMatch(BookingView::overdue).anyMatch(BookingView::atRisk);
        assertThat(windows()).extracting(view -> view.window().status())
                .contains(MaintenanceStatus.PLANNED, MaintenanceStatus.IN_PROGRESS, MaintenanceStatus.COMPLETED);
    }

    @Test
    void nothingThatShouldBeOverIsOpenExceptOneBookingOfEachDealer() {
        add(BookingPolicy.DEFAULT, NOW);

        assertThat(bookings())
                .filteredOn(view -> view.booking().status().isLive() && view.booking().period().end().isBefore(NOW))
                .hasSize(3).allMatch(BookingView::overdue);
        assertThat(windows()).noneMatch(MaintenanceWindowView::overdue);
    }

    @Test
    void nothingIsMadeInTheFuture() {
        add(BookingPolicy.DEFAULT, NOW);

        assertThat(bookings()).extracting(view -> view.booking().createdAt()).allMatch(made -> !made.isAfter(NOW));
    }

    @Test
    void aCarIsNotAlwaysRentedByTheSameCustomer() {
        add(BookingPolicy.DEFAULT, NOW);

        assertThat(bookings().stream().map(BookingView::booking).collect(groupingBy(
                Booking::carId, mapping(booking -> booking.customer().name(), toSet())))).hasSize(40)
                .allSatisfy((_, customers) -> assertThat(customers).hasSizeGreaterThan(1));
    }

    @Test
    void allOfItIsMadeAtOneInstant() {
        var reads = new AtomicInteger();
        InstantSource counted = () -> {
            reads.incrementAndGet();
            return NOW;
        };

        add(BookingPolicy.DEFAULT, NOW, counted.withZone(ZoneOffset.UTC));

        assertThat(reads).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void canBeAddedAtAnyTime(Instant now) {
        add(BookingPolicy.DEFAULT, now);

        assertThat(bookings()).hasSizeGreaterThan(200);
    }

    /** At several times of day; clocks change within the two months. */
    private static Stream<Instant> instants() {
        return Stream.iterate(Instant.parse("2027-02-20T00:17:23.456Z"), instant -> instant.plus(Duration.ofHours(29))).limit(6);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void bookingsThatThePolicyDoesNotAllowAreLeftOut(BookingPolicy policy) {
        add(policy, NOW);

        assertThat(cars()).hasSize(40);
        assertThat(bookings()).hasSizeLessThan(200);
    }

    private static List<BookingPolicy> policies() {
        var standard = BookingPolicy.DEFAULT;
        return List.of(
                new BookingPolicy(
                        standard.minimum(), Duration.ofHours(24), standard.horizon(), standard.dayGrace(),
                        standard.holdDuration(), Duration.ofDays(60)),
                new BookingPolicy(
                        Duration.ofDays(7), standard.maximum(), java.time.Period.ofDays(10), standard.dayGrace(),
                        standard.holdDuration(), standard.latenessHorizon()));
    }

    private void add(BookingPolicy policy, Instant now) {
        add(policy, now, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void add(BookingPolicy policy, Instant now, Clock clock) {
        fleet.setTime(now);
        var ports = store.ports();
        var demoData = new DemoData(
                new TransactionBoundary(new NoTransactions(), Optional.empty()), ports.dealers(), ports.cars(), ports.bookings(),
                ports.windows(), ports.occupancies(), new History(ports.events(), () -> Caller.SERVICE), ids, policy, clock);
        store.inTransaction(() -> {
            demoData.afterSingletonsInstantiated();
            return null;
        });
    }

    private List<CarView> cars() {
        var all = new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        return fleet.useCase(ListCars.class).list(all, Optional.empty(), new PageRequest<>(Optional.empty(), 1000)).items();
    }

    private List<BookingView> bookings() {
        var all = new CalendarFilter<BookingStatus>(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return fleet.useCase(ListBookings.class).list(all, new PageRequest<>(Optional.empty(), 1000)).items();
    }

    private List<MaintenanceWindowView> windows() {
        var all = new CalendarFilter<MaintenanceStatus>(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return fleet.useCase(ListMaintenanceWindows.class).list(all, new PageRequest<>(Optional.empty(), 1000)).items();
    }

    /** The store has its own. */
    private static final class NoTransactions implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            // Nothing was begun.
        }

        @Override
        public void rollback(TransactionStatus status) {
            // Nothing was begun.
        }
    }
}
