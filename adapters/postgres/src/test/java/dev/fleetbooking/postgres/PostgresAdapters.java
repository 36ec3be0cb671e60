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
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The adapters on PostgreSQL, with an empty store. One Spring context and one database serve all tests of the JVM. */
public final class PostgresAdapters implements TestStore {

    private final ApplicationContext context = Holder.CONTEXT;
    private final TransactionTemplate transaction =
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

    public PostgresAdapters() {
        jdbc().sql("TRUNCATE dealer, car, booking, maintenance_window, car_occupancy, event").update();
    }

    @Override
    public Ports ports() {
        return new Ports(
                context.getBean(DealerRepository.class),
                context.getBean(CarRepository.class),
                context.getBean(BookingRepository.class),
                context.getBean(MaintenanceWindowRepository.class),
                context.getBean(OccupancyRepository.class),
                context.getBean(AvailableCarRepository.class),
                context.getBean(EventRepository.class));
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** The number of statements prepared so far. */
    public long preparedStatements() {
        return ((CountingDataSource) context.getBean(DataSource.class)).preparedStatements();
    }

    @Override
    public <T> T run(Supplier<T> call, boolean readOnly) {
        return transaction.execute(status -> call.get());
    }

    /** The use cases on these adapters. They are not retried after a deadlock, so that tests notice it. */
    public Fleet fleet() {
        return new Fleet(ports(), this, UUID::randomUUID);
    }

    @EnableAutoConfiguration
    @Import(PostgresConfiguration.class)
    static class TestApplication {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String beanName) {
                    return bean instanceof DataSource dataSource ? new CountingDataSource(dataSource) : bean;
                }
            };
        }
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
                            "--fleet.max-waiters-per-lock=40",
                            "--spring.jpa.hibernate.ddl-auto=validate",
                            "--spring.main.banner-mode=off",
                            "--logging.level.root=warn",
                            // The tests violate constraints on purpose.
                            "--logging.level.org.hibernate.orm.jdbc.error=off");
        }
    }
}
