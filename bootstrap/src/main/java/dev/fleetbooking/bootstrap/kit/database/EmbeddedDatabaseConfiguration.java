package dev.fleetbooking.bootstrap.kit.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Runs an embedded PostgreSQL for as long as the application context lives, unless a database is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
class EmbeddedDatabaseConfiguration {

    /** @param dataDirectory contains all files of that server, including its data; relative to the working directory */
    @Bean
    EmbeddedDatabase embeddedDatabase(
            @Value("${fleet.embedded-postgres.data-directory:data/postgres}") String dataDirectory) {
        return EmbeddedDatabase.start(Path.of(dataDirectory));
    }
}
