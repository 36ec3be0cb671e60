package dev.fleetbooking.postgres;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.booking.BookingRepository;
import dev.fleetbooking.application.calendar.OccupancyRepository;
import dev.fleetbooking.application.car.AvailableCarRepository;
import dev.fleetbooking.application.car.CarRepository;
import dev.fleetbooking.application.dealer.DealerRepository;
import dev.fleetbooking.application.maintenance.MaintenanceWindowRepository;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The adapters on PostgreSQL, with an empty store. One Spring context and one database serve all tests of the JVM. */
public final class PostgresAdapters {

    private final ApplicationContext context = Holder.CONTEXT;
    private final TransactionTemplate transaction =
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

    public PostgresAdapters() {
        jdbc().sql("TRUNCATE dealer, car, booking, maintenance_window, car_occupancy").update();
    }

    public Ports ports() {
        return new Ports(
                context.getBean(DealerRepository.class),
                context.getBean(CarRepository.class),
                context.getBean(BookingRepository.class),
                context.getBean(MaintenanceWindowRepository.class),
                context.getBean(OccupancyRepository.class),
                context.getBean(AvailableCarRepository.class));
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** How many statements Hibernate has prepared up to now. */
    public long preparedStatements() {
        return context.getBean(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics()
                .getPrepareStatementCount();
    }

    public <T> T inTransaction(Supplier<T> call) {
        return transaction.execute(status -> call.get());
    }

    @EnableAutoConfiguration
    @Import(PostgresConfiguration.class)
    private static class TestApplication {
    }

    private static final class Holder {

        private static final ApplicationContext CONTEXT = start();

        private static ApplicationContext start() {
            var database = TestDatabase.createDatabase();
            return new SpringApplicationBuilder(TestApplication.class)
                    .web(WebApplicationType.NONE)
                    .run(
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password(),
                            "--spring.datasource.hikari.maximum-pool-size=40",
                            "--spring.jpa.hibernate.ddl-auto=validate",
                            "--spring.jpa.properties.hibernate.generate_statistics=true",
                            "--spring.main.banner-mode=off",
                            "--logging.level.root=warn",
                            // Constraints are violated on purpose here.
                            "--logging.level.org.hibernate.orm.jdbc.error=off");
        }
    }
}
