package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import dev.fleetbooking.bootstrap.kit.database.EmbeddedDatabase;
import dev.fleetbooking.postgres.kit.TestDatabase;
import dev.fleetbooking.security.kit.TokenConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ComponentScan;

/** A failure at start is explained in a helpful sentence without stack traces, and the process exits with a failure. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
@Execution(CONCURRENT)
@ResourceLock("StartupFailureIT")
class StartupFailureIT {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** Whether the whole service is started, or only the part of it that fails. */
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");

    private static final String INVALID_URL = "--spring.datasource.url=postgres://fleet:hush@db/fleet";

    @TempDir
    private Path temporary;

    private final Record log = new Record();

    @AfterEach
    void endTheRecord() {
        ROOT.detachAppender(log);
    }

    @Test
    void portInUse() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var database = TestDatabase.createDatabase();
            assertThat(failedStart(
                            WebServer.class,
                            "--server.port=" + other.getLocalPort(),
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password()))
                    .contains("Port " + other.getLocalPort() + " was already in use.");
        }
    }

    @Test
    void databaseDoesNotAnswer() throws Exception {
        var url = "jdbc:postgresql://localhost:" + freePort() + "/fleet";

        assertThat(failedStart(Database.class, "--spring.datasource.url=" + url))
                .contains("The database at " + url + " cannot be used: ", "Start PostgreSQL there");
    }

    @Test
    void databaseRejectsTheCredentials() {
        var database = TestDatabase.createDatabase();
        var url = database.jdbcUrl().replaceFirst("\\?.*", "");

        assertThat(failedStart(
                        Database.class,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=nobody",
                        "--spring.datasource.password=wrong"))
                .contains("The database at " + url + " cannot be used: ", "Correct spring.datasource.username");
    }

    @Test
    void dataDirectoryCannotBeWritten() throws Exception {
        // Below a regular file nobody can create a directory, not even root.
        var directory = Files.createFile(temporary.resolve("file")).resolve("data");

        assertThat(failedStart(DataDirectory.class, "--fleet.embedded-postgres.data-directory=" + directory))
                .contains("The data directory " + directory + " cannot be written", "Make it writable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", ""})
    void wouldListenForOtherMachinesWithoutAuthentication(String address) {
        assertThat(failedStart(TokenConfiguration.class, "--server.address=" + address))
                .contains("everybody who reaches it could do everything", "Set spring.security.oauth2", "fleet.security.open");
    }

    @Test
    void trialTokensBesideAnIssuer() {
        assertThat(failedStart(
                        TokenConfiguration.class,
                        "--spring.profiles.active=tokens",
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/"))
                .contains("It would replace the configured issuer of tokens");
    }

    @Test
    void databaseUrlIsInvalid() {
        assertThat(failedStart(Database.class, INVALID_URL))
                .contains("Give it the form jdbc:postgresql://host:port/database").doesNotContain("hush");
    }

    /** One process is enough to check the exit code; the other starts fail within this JVM. */
    @Test
    @Tag("thorough")
    void theProcessEndsWithAFailure() {
        try (var service = JavaProcess.startService(Map.of(), INVALID_URL)) {
            assertThat(saysWhatHelps(service.awaitEnd())).contains("Give it the form");
            assertThat(service.exitCode()).isEqualTo(1);
        }
    }

    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class WebServer {
    }

    @ComponentScan(basePackageClasses = EmbeddedDatabase.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class DataDirectory {
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Database {
    }

    /** @param part the part of the service that fails; the others mostly take time */
    private String failedStart(Class<?> part, String... arguments) {
        var service = new SpringApplication(WebServer.class, THOROUGH ? FleetBookingApplication.class : part);
        service.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) _ -> recordTheLog());
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> service.run(arguments).close());
        return saysWhatHelps(ofThisThread());
    }

    /** The first service of the JVM configures the log, which drops what recorded it before. */
    private void recordTheLog() {
        log.start();
        ROOT.addAppender(log);
    }

    /** Other services log meanwhile, in other threads. */
    private String ofThisThread() {
        return log.events.stream()
                .filter(event -> event.getThreadName().equals(Thread.currentThread().getName()))
                .map(event -> " %s %s\n%s".formatted(
                        event.getLevel(), event.getFormattedMessage(), ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining());
    }

    /** Is read while other threads append to it. */
    private static final class Record extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            // Else the event would take the name of its thread from the one that first asks for it.
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }

    private static String saysWhatHelps(String output) {
        assertThat(output).containsOnlyOnce(" ERROR ").doesNotContain("\tat ", "Caused by:", "Exception encountered");
        return output;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
