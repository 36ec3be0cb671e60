package dev.fleetbooking.postgres;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The driven ports on PostgreSQL: import it where there is a data source with Flyway and JPA. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
// The call of a use case is the transaction. A default one would hide that it is missing.
@EnableJpaRepositories(enableDefaultTransactions = false)
public class PostgresConfiguration {
}
