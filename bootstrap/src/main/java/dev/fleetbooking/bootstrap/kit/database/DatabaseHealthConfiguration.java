package dev.fleetbooking.bootstrap.kit.database;

import java.util.Properties;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Checks the database on a separate connection. If the check waited for the pool, a busy service would look like one without a
 * database, and would get no requests when it is needed most.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseHealthConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealthConfiguration.class);
    private static final String SECONDS = "2";

    @Bean
    HealthIndicator dbHealthIndicator(DataSource pool) {
        var own = DataSourceBuilder.derivedFrom(pool).type(SimpleDriverDataSource.class).build();
        var limits = new Properties();
        limits.setProperty("loginTimeout", SECONDS);
        limits.setProperty("socketTimeout", SECONDS);
        own.setConnectionProperties(limits);
        var indicator = new DataSourceHealthIndicator(own);
        return () -> {
            var health = indicator.health();
            if (!health.getStatus().equals(Status.UP)) {
                LOG.warn("The database is not ready: {}", health.getDetails());
            }
            return health;
        };
    }
}
