package dev.fleetbooking.bootstrap.kit.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Runs an embedded PostgreSQL for as long as the application context lives, unless a database is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(EmbeddedPostgresProperties properties) {
        return EmbeddedDatabase.start(properties.dataDirectory());
    }
}
