package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The data directory is below a regular file, so that an attempt to start the server fails immediately. */
class EmbeddedDatabaseConfigurationTest {

    @TempDir
    private Path temporary;

    private ApplicationContextRunner context;

    @BeforeEach
    void configureAnImpossibleDirectory() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        context = new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
                .withPropertyValues("fleet.embedded-postgres.data-directory=" + file.resolve("data"));
    }

    @Test
    void startsNoServerBesideAConfiguredDatabase() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/fleet")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyUrlCountsAsNone(String url) {
        context.withPropertyValues("spring.datasource.url=" + url)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(IOException.class));
    }
}
