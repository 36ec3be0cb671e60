package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.MoneyInput;
import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.booking.CustomerInput;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.maintenance.CancelMaintenance;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingPolicy;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The use cases on in-memory adapters, each call one transaction, as the composition root wires them; and short words for
 * what tests arrange.
 */
public final class Fleet {

    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = new SettableClock();
    private final Ports ports = store.ports();
    private final Map<Class<?>, Object> dependencies = Map.of(
            DealerRepository.class, ports.dealers(),
            CarRepository.class, ports.cars(),
            BookingRepository.class, ports.bookings(),
            MaintenanceWindowRepository.class, ports.windows(),
            OccupancyRepository.class, ports.occupancies(),
            AvailableCarRepository.class, ports.availableCars(),
            BookingPolicy.class, BookingPolicy.DEFAULT,
            IdGenerator.class, new SequentialIds(),
            Clock.class, clock);
    private int plates;

    /** Sets the time of every later call. */
    public void setTime(Instant now) {
        clock.set(now);
    }

    /** The use case behind a driving port. */
    public <P> P useCase(Class<P> drivingPort) {
        try {
            var type = Class.forName(drivingPort.getName() + "UseCase");
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var useCase = constructor.newInstance(
                    Stream.of(constructor.getParameterTypes()).map(dependencies::get).toArray());
            var readOnly = type.getAnnotation(UseCase.class).readOnly();
            return drivingPort.cast(Proxy.newProxyInstance(
                    drivingPort.getClassLoader(), new Class<?>[] {drivingPort},
                    (proxy, method, arguments) -> readOnly
                            ? store.inReadOnlyTransaction(() -> call(useCase, method, arguments))
                            : store.inTransaction(() -> call(useCase, method, arguments))));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("is no driving port with a use case beside it: " + drivingPort, e);
        }
    }

    private static Object call(Object useCase, Method method, Object[] arguments) {
        try {
            return method.invoke(useCase, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
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

    public Booking book(Car car, Period period) {
        return useCase(BookCar.class).book(new BookCar.Command(
                car.id(), new CustomerInput("Ada Lovelace", "ada@example.org", Optional.empty()),
                period.start(), period.end(), Optional.empty()));
    }

    public Booking cancel(Booking booking) {
        return useCase(CancelBooking.class)
                .cancel(new CancelBooking.Command(booking.id(), Precondition.NONE, Optional.empty()));
    }

    public MaintenanceWindow plan(Car car, Period period) {
        return useCase(PlanMaintenance.class)
                .plan(new PlanMaintenance.Command(car.id(), period.start(), period.end(), "brakes"));
    }

    public MaintenanceWindow cancel(MaintenanceWindow window) {
        return useCase(CancelMaintenance.class).cancel(new CancelMaintenance.Command(window.id(), Precondition.NONE));
    }

    /** Puts a booking into a status that no use case leads to yet. */
    public Booking setStatus(Booking booking, BookingStatus status) {
        return store.inTransaction(() -> {
            var found = ports.bookings().findForUpdate(booking.id()).orElseThrow();
            if (!status.isLive()) {
                ports.occupancies().release(found.id().value());
            }
            return ports.bookings().update(new Booking(
                    found.id(), found.carId(), found.dealerId(), found.customer(), found.period(), found.turnaround(),
                    found.timeZone(), found.price(), status, found.createdAt(), found.cancellationReason(),
                    found.version()));
        });
    }

    /** Puts a window into a status that no use case leads to yet. */
    public MaintenanceWindow setStatus(MaintenanceWindow window, MaintenanceStatus status) {
        return store.inTransaction(() -> {
            var found = ports.windows().findForUpdate(window.id()).orElseThrow();
            if (!status.isLive()) {
                ports.occupancies().release(found.id().value());
            }
            return ports.windows().update(new MaintenanceWindow(
                    found.id(), found.carId(), found.dealerId(), found.period(), found.reason(), status, found.createdAt(),
                    found.version()));
        });
    }

    /** All that blocks or has blocked the car. */
    public List<Occupancy> occupancies(Car car) {
        return store.inReadOnlyTransaction(() -> ports.occupancies().findByCar(car.id(), Instant.EPOCH));
    }
}
