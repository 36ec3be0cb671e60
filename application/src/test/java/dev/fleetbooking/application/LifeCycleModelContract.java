package dev.fleetbooking.application;

import static dev.fleetbooking.application.kit.TestTime.minutes;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleetbooking.application.LifeCycleModel.Owner;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.booking.ListBookings;
import dev.fleetbooking.application.calendar.CalendarFilter;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.TestTime;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.application.maintenance.ListMaintenanceWindows;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Property.Generator;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random walks of all commands through a small fleet, each step compared with {@link LifeCycleModel}: the same answer, the
 * same state, and the invariants of the store. An adapter passes with a property that lets its fleet {@link #walk}.
 */
@WhatToDo("both adapters fulfil the contract of a port: docs/recipes/add-a-driven-port.md")
public abstract class LifeCycleModelContract {

    private static final List<Integer> CARS = List.of(0, 1, 2);
    private static final int QUARTER = 15;

    /** The kinds of steps and their frequency: those that continue a life cycle are more frequent than those that end it. */
    protected enum Command {
        BOOK(6), HOLD(6), HAND_OVER(6), TAKE_BACK(6), DISPLACE(6), WAIT(6), CONFIRM(3), RESCHEDULE(3), PLAN(3), START(3),
        COMPLETE(3), MOVE_WINDOW(3), CANCEL(2), NO_SHOW(2), DRY_RUN(2), CANCEL_WINDOW(2), CORRECT(2), REPRICE(2), SWEEP(2),
        RECATEGORIZE(1), OUT_OF_SERVICE(1), IN_SERVICE(1), RETIRE(1);

        private final int frequency;

        Command(int frequency) {
            this.frequency = frequency;
        }
    }

    /**
     * One step.
     *
     * @param which  the car, or the booking or window counted back from the newest
     * @param start  of a new period, in quarters of an hour from now
     * @param length of a new period, in quarters of an hour; or how long to wait
     */
    protected record Step(Command command, int which, int start, int length) {
    }

    private static final List<Command> AS_OFTEN_AS_WANTED = Stream.of(Command.values())
            .flatMap(command -> Stream.generate(() -> command).limit(command.frequency))
            .toList();

    protected static final Generator<List<Step>> WALKS = choices -> choices.listOf(20, 60, some -> new Step(
            some.of(AS_OFTEN_AS_WANTED), some.between(0, 5), some.between(-3, 12), some.between(1, 10)));

    /** Takes the steps through an empty fleet and compares after each. */
    protected static void walk(Fleet fleet, List<Step> steps) {
        var walk = new Walk(fleet);
        for (var step : steps) {
            walk.take(step);
            walk.compareState();
            walk.replayEvents();
        }
    }

    /** A fleet and its model, side by side. */
    private static final class Walk {

        private final Fleet fleet;
        private final LifeCycleModel model = new LifeCycleModel();
        private final List<Car> cars = new ArrayList<>();
        private final Map<Owner, UUID> ids = new HashMap<>();
        private final Map<UUID, Facts> replayed = new HashMap<>();
        private long lastSequence;
        private int corrections;
        private Map<UUID, BookingView> bookings = Map.of();
        private Map<UUID, MaintenanceWindowView> windows = Map.of();

        Walk(Fleet fleet) {
            this.fleet = fleet;
            var dealer = fleet.dealer("UTC", "EUR", 30);
            // The cheapest is the newest, so that the order of prices is not that of ids.
            CARS.forEach(i -> cars.addFirst(fleet.car(dealer, "COMPACT", Integer.toString(90 - i))));
            CARS.forEach(i -> model.cars.add("IN_SERVICE"));
            CARS.forEach(i -> model.categories.add("COMPACT"));
            model.cheapestFirst.addAll(CARS);
            replayEvents();
        }

        void take(Step step) {
            var index = step.which() % cars.size();
            var car = cars.get(index);
            var start = QUARTER * ((int) model.now / QUARTER + step.start());
            var end = start + QUARTER * step.length();
            var period = minutes(start, end);
            switch (step.command()) {
                case BOOK -> add(false, "CONFIRMED", index, start, end, () -> fleet.book(car, period).id().value());
                case HOLD -> add(false, "HELD", index, start, end, () -> fleet.hold(car, period).id().value());
                case PLAN -> add(true, "PLANNED", index, start, end, () -> fleet.plan(car, period).id().value());
                case DISPLACE -> {
                    var window = model.new Owner(true, "PLANNED", index);
                    compare(model.displace(window, start, end, false), () -> added(
                            window, fleet.plan(car, period, OnConflict.DISPLACE, false).window().window().id().value()));
                }
                case DRY_RUN -> compare(
                        model.displace(model.new Owner(true, "PLANNED", index), start, end, true),
                        () -> fleet.plan(car, period, OnConflict.DISPLACE, true));
                case CONFIRM -> withBooking(step, "confirmation", "CONFIRMED", fleet::confirm);
                case CANCEL -> withBooking(step, "cancellation", "CANCELLED", fleet::cancel);
                case HAND_OVER -> withBooking(step, "hand-over", "ACTIVE", fleet::handOver);
                case TAKE_BACK -> withBooking(step, "return", "COMPLETED", fleet::takeBack);
                case NO_SHOW -> withBooking(step, "no-show", "NO_SHOW", fleet::recordNoShow);
                case START -> withWindow(step, "start", "IN_PROGRESS", fleet::start);
                case COMPLETE -> withWindow(step, "completion", "COMPLETED", fleet::complete);
                case CANCEL_WINDOW -> withWindow(step, "cancellation", "CANCELLED", fleet::cancel);
                case RESCHEDULE -> owner(step, false).ifPresent(owner -> {
                    // Half of them extend or shorten.
                    var newStart = step.start() % 2 == 0 ? owner.start : start;
                    compare(model.put(owner, newStart, newStart + end - start), () -> fleet.reschedule(
                            bookings.get(ids.get(owner)).booking(), minutes(newStart, newStart + end - start)));
                });
                case MOVE_WINDOW -> owner(step, true).ifPresent(owner -> {
                    var newStart = step.start() % 2 == 0 ? owner.start : start;
                    compare(model.put(owner, newStart, newStart + end - start), () -> fleet.move(
                            windows.get(ids.get(owner)).window(), minutes(newStart, newStart + end - start)));
                });
                case CORRECT -> owner(step, false).ifPresent(owner -> compare(
                        owner.is("HELD", "CONFIRMED", "ACTIVE") ? LifeCycleModel.DONE : model.invalid(owner, "reschedule"),
                        () -> correct(bookings.get(ids.get(owner)).booking())));
                // Few prices, so that some are equal.
                case REPRICE -> change(index, Optional.of(88 + step.length() % 3), Optional.empty());
                case RECATEGORIZE -> {
                    model.categories.set(index, step.length() > 5 ? "COMPACT" : "VAN");
                    change(index, Optional.empty(), Optional.of(model.categories.get(index)));
                }
                case OUT_OF_SERVICE -> setStatus(index, CarStatus.OUT_OF_SERVICE);
                case IN_SERVICE -> setStatus(index, CarStatus.IN_SERVICE);
                case RETIRE -> setStatus(index, CarStatus.RETIRED);
                case SWEEP -> fleet.useCase(ExpireLapsedHolds.class).expire();
                case WAIT -> {
                    // Every other time the new time is not a whole minute.
                    model.now += QUARTER * (step.length() - 1) + (step.which() % 2) * 0.5;
                    model.lapse();
                    fleet.setTime(TestTime.NOW.plus(Duration.ofSeconds((long) (60 * model.now))));
                }
            }
        }

        private void add(boolean window, String status, int car, int start, int end, Supplier<UUID> call) {
            var owner = model.new Owner(window, status, car);
            compare(model.put(owner, start, end), () -> added(owner, call.get()));
        }

        private void added(Owner owner, UUID id) {
            model.owners.add(owner);
            ids.put(owner, id);
        }

        private void setStatus(int index, CarStatus status) {
            compare(model.setStatus(index, status.name()), () -> fleet.setStatus(cars.get(index), status));
        }

        private void correct(Booking booking) {
            var name = "Customer %d".formatted(++corrections);
            var corrected = fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                    booking.id(), Precondition.NONE, Optional.empty(), Optional.empty(),
                    Optional.of(new ChangeBooking.CustomerChange(Optional.of(name), Optional.empty(), Optional.empty()))));
            assertThat(corrected.booking().customer().name().value()).isEqualTo(name);
        }

        private void change(int index, Optional<Integer> price, Optional<String> category) {
            var given = price.map(amount -> new MoneyInput(BigDecimal.valueOf(amount), "EUR"));
            cars.set(index, fleet.useCase(ChangeCar.class).change(new ChangeCar.Command(
                    cars.get(index).id(), Precondition.NONE, given, category, Optional.empty())));
            model.cheapestFirst.sort(comparing((Integer i) -> cars.get(i).dailyPrice().amount())
                    .thenComparing(i -> cars.get(i).id().value().toString()));
        }

        private void withBooking(Step step, String transition, String to, Consumer<Booking> call) {
            owner(step, false).ifPresent(owner -> compare(
                    model.move(owner, transition, to), () -> call.accept(bookings.get(ids.get(owner)).booking())));
        }

        private void withWindow(Step step, String transition, String to, Consumer<MaintenanceWindow> call) {
            owner(step, true).ifPresent(owner -> compare(
                    model.move(owner, transition, to), () -> call.accept(windows.get(ids.get(owner)).window())));
        }

        private Optional<Owner> owner(Step step, boolean window) {
            var owners = model.owners.stream().filter(owner -> owner.window == window).toList();
            return owners.reversed().stream().skip(owners.isEmpty() ? 0 : step.which() % owners.size()).findFirst();
        }

        private static void compare(String expected, Runnable call) {
            var actual = LifeCycleModel.DONE;
            try {
                call.run();
            } catch (RefusedException e) {
                actual = words(e.refusal());
            }
            assertThat(actual).as("the answer").isEqualTo(expected);
        }

        /** A refusal in terms of the model: its type, and the members that follow from the life cycle alone. */
        private static String words(Refusal refusal) {
            var type = refusal.getClass().getSimpleName();
            return switch (refusal) {
                case CommonRefusal.InvalidTransition(var status, var requested, var allowed) ->
                        "%s %s %s %s".formatted(type, status, requested, allowed);
                case CommonRefusal.TooEarly(var requested, var earliest) -> "%s %s %d".formatted(type, requested, minute(earliest));
                case CommonRefusal.TooLate(var requested, var latest) -> "%s %s %d".formatted(type, requested, minute(latest));
                case FleetRefusal.DisplacementImpossible(_, var undisplaced) -> "%s %d".formatted(type, undisplaced.size());
                case FleetRefusal.CarHasOccupancies(var occupancies) -> "%s %d".formatted(type, occupancies.size());
                default -> type;
            };
        }

        private static long minute(Instant instant) {
            return Duration.between(TestTime.NOW, instant).toMinutes();
        }

        void compareState() {
            bookings = byId(fleet.useCase(ListBookings.class).list(new CalendarFilter<>(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    new PageRequest<>(Optional.empty(), 100)), view -> view.booking().id().value());
            windows = byId(fleet.useCase(ListMaintenanceWindows.class).list(new CalendarFilter<>(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    new PageRequest<>(Optional.empty(), 100)), view -> view.window().id().value());
            assertThat(bookings.size() + windows.size()).isEqualTo(model.owners.size());
            for (var owner : model.owners) {
                assertThat(shown(owner)).isEqualTo(List.of(
                        owner.status, cars.get(owner.car).id(), minutes(owner.start, owner.end), model.isOverdue(owner),
                        model.isAtRisk(owner)));
            }
            CARS.forEach(this::compareCar);
        }

        private List<Object> shown(Owner owner) {
            if (owner.window) {
                var view = windows.get(ids.get(owner));
                var window = view.window();
                return List.of(window.status().name(), window.carId(), window.period(), view.overdue(), false);
            }
            var view = bookings.get(ids.get(owner));
            var booking = view.booking();
            return List.of(booking.status().name(), booking.carId(), booking.period(), view.overdue(), view.atRisk());
        }

        private void compareCar(int index) {
            var car = cars.get(index);
            var stored = fleet.occupancies(car);
            IntStream.range(1, stored.size()).forEach(i -> assertThat(stored.get(i).use().start())
                    .as("no overlap").isAfterOrEqualTo(stored.get(i - 1).blockedUntil()));
            assertThat(stored).extracting(Occupancy::ownerId).as("one for each owner").doesNotHaveDuplicates();
            var now = TestTime.NOW.plus(Duration.ofSeconds((long) (60 * model.now)));
            assertThat(stored.stream().filter(occupancy -> !occupancy.hasLapsed(now)))
                    .as("those of live and completed owners")
                    .extracting(Occupancy::ownerId, Occupancy::blocked)
                    .isEqualTo(model.of(index).stream()
                            .map(owner -> tuple(
                                    ids.get(owner), minutes(owner.from, owner.blockedUntil)))
                            .toList());
            var start = QUARTER * ((int) model.now / QUARTER + 4);
            assertThat(fleet.search(minutes(start, start + 60)).stream().anyMatch(found -> found.id().equals(car.id())))
                    .as("available")
                    .isEqualTo(model.isFree(model.new Owner(false, "", index), index, start, start + 60));
        }

        /** The events must lead from nothing to the current state. */
        void replayEvents() {
            fleet.useCase(ListEvents.class).list(new ListEvents.Query(lastSequence, Optional.empty(), 1000)).forEach(found -> {
                var event = found.event();
                assertThat(found.sequence()).isGreaterThan(lastSequence);
                lastSequence = found.sequence();
                assertThat(event.before()).isEqualTo(Optional.ofNullable(replayed.put(event.subject().id(), event.after())));
            });
            bookings.forEach((id, view) -> assertThat(replayed.get(id))
                    // A hold is expired before its lapse is stored.
                    .matches(facts -> facts.equals(Facts.of(view.booking())) || facts.status().equals("HELD")
                            && view.booking().status().name().equals("EXPIRED")));
            windows.forEach((id, view) -> assertThat(replayed.get(id)).isEqualTo(Facts.of(view.window())));
            CARS.forEach(i -> assertThat(replayed.get(cars.get(i).id().value()).status()).isEqualTo(model.cars.get(i)));
        }

        private static <T> Map<UUID, T> byId(Page<T> page, Function<T, UUID> id) {
            return page.items().stream().collect(toMap(id, view -> view));
        }
    }
}
