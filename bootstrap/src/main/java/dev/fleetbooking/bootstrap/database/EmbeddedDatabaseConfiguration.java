package dev.fleetbooking.bootstrap.database;

import dev.fleetbooking.application.booking.BookCar;
import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.bootstrap.usecase.TransactionBoundary;
import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Runs an embedded PostgreSQL for as long as the application context lives, unless a database is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseConfigured.class)
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(EmbeddedPostgresProperties properties) {
        return EmbeddedDatabase.start(properties.dataDirectory());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "fleet.demo-data", matchIfMissing = true)
    DemoData demoData(
            TransactionBoundary boundary, ListDealers listDealers, RegisterDealer registerDealer, AddCar addCar,
            BookCar bookCar, PlanMaintenance planMaintenance, BookingPolicy policy, Clock clock) {
        return new DemoData(boundary, listDealers, registerDealer, addCar, bookCar, planMaintenance, policy, clock);
    }

    /** An empty URL counts as none: that is what an unset variable in a shell or a container file often becomes. */
    static final class NoDatabaseConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
