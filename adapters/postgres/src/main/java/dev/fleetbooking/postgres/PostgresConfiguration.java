package dev.fleetbooking.postgres;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Implements the driven ports with PostgreSQL; needs a data source with Flyway and JPA. The adapters are plain components.
 * Nothing needs the translation of exceptions that {@code @Repository} would add, and exceptions of the {@code EntityManager}
 * do without it: {@link dev.fleetbooking.postgres.kit.PostgresFailures} looks at the causes, whatever wraps them.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
// A call of a use case is the transaction. A default transaction would hide that one is missing.
@EnableJpaRepositories(enableDefaultTransactions = false)
public class PostgresConfiguration {
}
