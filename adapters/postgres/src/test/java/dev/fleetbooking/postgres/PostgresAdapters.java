package dev.fleetbooking.postgres;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import dev.fleetbooking.application.schedule.ScheduleRepository;
import dev.fleetbooking.postgres.kit.AdapterContext;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adapters on PostgreSQL, with an empty store. One Spring context and one database serve all tests of the JVM. */
public final class PostgresAdapters implements TestStore {

    private static final AdapterContext CONTEXT = new AdapterContext(PostgresConfiguration.class);

    public PostgresAdapters() {
        // TRUNCATE would make new files for every table and index, for each of hundreds of tests.
        jdbc().sql("""
                DELETE FROM event; DELETE FROM car_occupancy; DELETE FROM booking; DELETE FROM maintenance_window; DELETE FROM car;
                DELETE FROM dealer
                """).update();
    }

    @Override
    public Ports ports() {
        return new Ports(
                CONTEXT.bean(DealerRepository.class),
                CONTEXT.bean(CarRepository.class),
                CONTEXT.bean(BookingRepository.class),
                CONTEXT.bean(MaintenanceWindowRepository.class),
                CONTEXT.bean(OccupancyRepository.class),
                CONTEXT.bean(AvailableCarRepository.class),
                CONTEXT.bean(ScheduleRepository.class),
                CONTEXT.bean(EventRepository.class));
    }

    public JdbcClient jdbc() {
        return CONTEXT.bean(JdbcClient.class);
    }

    /** The number of statements prepared so far. */
    public long preparedStatements() {
        return CONTEXT.preparedStatements();
    }

    @Override
    public <T> T run(Supplier<T> call, boolean readOnly) {
        return CONTEXT.inTransaction(call);
    }

    /** The use cases on these adapters. They are not retried after a deadlock, so that tests notice it. */
    public Fleet fleet() {
        return new Fleet(ports(), this, UUID::randomUUID);
    }
}
