package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.ChangeBooking;
import dev.fleetbooking.application.booking.ConfirmBooking;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.application.booking.GetBooking;
import dev.fleetbooking.application.booking.HandOverCar;
import dev.fleetbooking.application.booking.RecordNoShow;
import dev.fleetbooking.application.booking.ReturnCar;
import dev.fleetbooking.application.booking.Unavailability;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.car.FindAvailableCars;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.application.kit.SequentialIds;
import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.application.kit.Transactions;
import dev.fleetbooking.application.kit.UseCases;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.ChangeMaintenance;
import dev.fleetbooking.application.maintenance.CompleteMaintenance;
import dev.fleetbooking.application.maintenance.Displacements;
import dev.fleetbooking.application.maintenance.GetMaintenanceWindow;
import dev.fleetbooking.application.maintenance.MaintenanceWindows;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.application.maintenance.PlanMaintenance.Plan;
import dev.fleetbooking.application.maintenance.StartMaintenance;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.BookingView;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The use cases of the fleet, and short methods to set up tests. No job ends lapsed holds. */
public final class Fleet {

    private final Ports ports;
    private final Transactions transactions;
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases;
    private Caller caller = Caller.SERVICE;
    private int plates;

    /** On in-memory adapters. */
    public Fleet() {
        this(new InMemoryStore());
    }

    /** On in-memory adapters of this store. */
    public Fleet(InMemoryStore store) {
        this(store, new SequentialIds());
    }

    /** On in-memory adapters of this store. */
    public Fleet(InMemoryStore store, IdGenerator ids) {
        this(store.ports(), store, ids);
    }

    /** On other adapters, with an empty store. */
    public Fleet(Ports ports, Transactions transactions, IdGenerator ids) {
        var policy = BookingPolicy.DEFAULT;
        CurrentCaller callers = () -> caller;
        var history = new History(ports.events(), callers);
        var bookings = new Bookings(ports.bookings(), ports.occupancies(), history, policy, callers, clock);
        var windows = new MaintenanceWindows(
                ports.windows(), ports.cars(), ports.bookings(), ports.occupancies(), history, callers, clock);
        this.ports = ports;
        this.transactions = transactions;
        this.useCases = new UseCases(transactions, List.of(
                ports.dealers(), ports.cars(), ports.bookings(), ports.windows(), ports.occupancies(), ports.availableCars(),
                ports.schedules(), ports.events(), policy, callers, clock, ids, bookings, windows, history,
                new Unavailability(ports.cars(), ports.availableCars(), policy),
                new Displacements(ports.bookings(), ports.occupancies(), bookings, windows, policy)));
    }

    /** Sets the time of every later call. */
    public void setTime(Instant now) {
        clock.set(now);
    }

    /** Makes every later call on behalf of this caller. */
    public void callAs(Caller other) {
        caller = other;
    }

    /** The use case behind a driving port. */
    public <P> P useCase(Class<P> drivingPort) {
        return useCases.get(drivingPort);
    }

    /** A dealer in Berlin with prices in euros and no turnaround. */
    public Dealer dealer() {
        return dealer("Europe/Berlin", "EUR", 0);
    }

    public Dealer dealer(String timeZone, String currency, int turnaroundMinutes) {
        return useCase(RegisterDealer.class)
                .register(new RegisterDealer.Command("City Cars", timeZone, currency, turnaroundMinutes));
    }

    /** A compact car for 50 a day. */
    public Car car(Dealer dealer) {
        return car(dealer, "COMPACT", "50");
    }

    public Car car(Dealer dealer, String category, String dailyPrice) {
        return useCase(AddCar.class).add(new AddCar.Command(
                dealer.id(), "B-" + ++plates, "VW", "Golf", 2024, category,
                new MoneyInput(new BigDecimal(dailyPrice), dealer.currency().getCurrencyCode())));
    }

    public Car setStatus(Car car, CarStatus status) {
        return useCase(ChangeCar.class).change(new ChangeCar.Command(
                car.id(), Precondition.NONE, Optional.empty(), Optional.empty(), Optional.of(status)));
    }

    /** The cars that search offers for the period. */
    public List<Car> search(Period period) {
        var query = new FindAvailableCars.Query(
                period.start(), period.end(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return useCase(FindAvailableCars.class).find(query, new PageRequest<>(Optional.empty(), 100)).items().stream()
                .map(Offer::car)
                .toList();
    }

    public Booking book(Car car, Period period) {
        return book(car, period, false);
    }

    /** A booking that lapses after 15 minutes. */
    public Booking hold(Car car, Period period) {
        return book(car, period, true);
    }

    private Booking book(Car car, Period period, boolean hold) {
        return useCase(BookCar.class).book(new BookCar.Command(
                car.id(), new CustomerInput("Ada Lovelace", "ada@example.org", Optional.empty()), period.start(), period.end(),
                Optional.empty(), hold)).booking();
    }

    public Booking confirm(Booking booking) {
        return useCase(ConfirmBooking.class).confirm(booking.id(), Precondition.NONE).booking();
    }

    public Booking cancel(Booking booking) {
        return useCase(CancelBooking.class).cancel(booking.id(), Precondition.NONE, Optional.empty()).booking();
    }

    public Booking handOver(Booking booking) {
        return useCase(HandOverCar.class).handOver(booking.id(), Precondition.NONE).booking();
    }

    public Booking takeBack(Booking booking) {
        return useCase(ReturnCar.class).takeBack(booking.id(), Precondition.NONE).booking();
    }

    public Booking recordNoShow(Booking booking) {
        return useCase(RecordNoShow.class).record(booking.id(), Precondition.NONE).booking();
    }

    public Booking reschedule(Booking booking, Period period) {
        return useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.NONE, Optional.of(period.start()), Optional.of(period.end()), Optional.empty()))
                .booking();
    }

    /** Brings a confirmed booking to a status; if that takes time, sets the clock. */
    public Booking bring(Booking booking, BookingStatus status) {
        return switch (status) {
            case CONFIRMED -> booking;
            case CANCELLED -> cancel(booking);
            case NO_SHOW -> {
                setTime(booking.period().start().plus(BookingPolicy.NO_SHOW_GRACE));
                yield recordNoShow(booking);
            }
            case ACTIVE -> {
                setTime(booking.period().start());
                yield handOver(booking);
            }
            case COMPLETED -> {
                bring(booking, BookingStatus.ACTIVE);
                setTime(booking.period().end());
                yield takeBack(booking);
            }
            case HELD, EXPIRED -> throw new IllegalArgumentException("a confirmed booking never gets there: " + status);
        };
    }

    /** The booking as its readers see it now. */
    public BookingView view(Booking booking) {
        return useCase(GetBooking.class).get(booking.id());
    }

    public MaintenanceWindow plan(Car car, Period period) {
        return plan(car, period, OnConflict.REJECT, false).window().window();
    }

    public Plan plan(Car car, Period period, OnConflict onConflict, boolean dryRun) {
        return useCase(PlanMaintenance.class).plan(new PlanMaintenance.Command(
                car.id(), period.start(), period.end(), "brakes", onConflict, dryRun));
    }

    public MaintenanceWindow start(MaintenanceWindow window) {
        return useCase(StartMaintenance.class).start(window.id(), Precondition.NONE).window();
    }

    public MaintenanceWindow complete(MaintenanceWindow window) {
        return useCase(CompleteMaintenance.class).complete(window.id(), Precondition.NONE).window();
    }

    public MaintenanceWindow cancel(MaintenanceWindow window) {
        return useCase(CancelMaintenance.class).cancel(window.id(), Precondition.NONE).window();
    }

    public MaintenanceWindow move(MaintenanceWindow window, Period period) {
        return useCase(ChangeMaintenance.class).change(new ChangeMaintenance.Command(
                window.id(), Precondition.NONE, Optional.of(period.start()), Optional.of(period.end()), Optional.empty()))
                .window();
    }

    /** The window as its readers see it now. */
    public MaintenanceWindowView view(MaintenanceWindow window) {
        return useCase(GetMaintenanceWindow.class).get(window.id());
    }

    /** All past and present occupancies of the car. */
    public List<Occupancy> occupancies(Car car) {
        return transactions.run(() -> ports.occupancies().findByCar(car.id(), Instant.EPOCH), true);
    }

    /** The events of the subject with this id. */
    public List<Event> events(UUID subject) {
        return useCase(ListEvents.class).list(new ListEvents.Query(0, Optional.of(subject), 1000)).stream()
                .map(Sequenced::event)
                .toList();
    }
}
