package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.fleetbooking.bootstrap.database.EmbeddedDatabase;
import dev.fleetbooking.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong at start is said in a sentence that helps, not in stack traces, and ends the process with a failure. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class StartupFailureIT {

    @TempDir
    Path temporary;

    @Test
    void port_in_use() throws Exception {
        TestDatabase database = TestDatabase.createDatabase();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failedStart(
                            "--server.port=" + other.getLocalPort(),
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password()))
                    .contains("Port " + other.getLocalPort() + " was already in use.");
        }
    }

    @Test
    void database_does_not_answer() throws Exception {
        String url = "jdbc:postgresql://localhost:" + freePort() + "/fleet";

        assertThat(failedStart("--spring.datasource.url=" + url))
                .contains("The database at " + url + " cannot be used: ", "Start PostgreSQL there");
    }

    @Test
    void database_rejects_the_credentials() {
        TestDatabase database = TestDatabase.createDatabase();
        String url = database.jdbcUrl().replaceFirst("\\?.*", "");

        assertThat(failedStart(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=nobody",
                        "--spring.datasource.password=wrong"))
                .contains("The database at " + url + " cannot be used: ", "Correct spring.datasource.username");
    }

    @Test
    void database_url_has_another_form() {
        assertThat(failedStart("--spring.datasource.url=postgres://fleet:hush@db/fleet"))
                .contains("Give it the form jdbc:postgresql://host:port/database")
                .doesNotContain("hush");
    }

    @Test
    void data_directory_cannot_be_written() throws Exception {
        // Below a regular file nobody can create a directory, not even root.
        Path directory = Files.createFile(temporary.resolve("file")).resolve("data");

        assertThat(failedStart("--fleet.embedded-postgres.data-directory=" + directory))
                .contains("The data directory " + directory + " cannot be written", "Make it writable");
    }

    @Test
    void data_directory_is_used_by_another_instance_which_is_left_alone() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(temporary)) {
            assertThat(failedStart("--fleet.embedded-postgres.data-directory=" + temporary))
                    .contains("The data directory " + temporary + " is used by another running instance");
            try (Connection connection = DriverManager.getConnection(first.getJdbcUrl())) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private static String failedStart(String... arguments) {
        try (JavaProcess service = JavaProcess.start(FleetBookingApplication.class, arguments)) {
            String output = service.awaitEnd();
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(output).containsOnlyOnce(" ERROR ").doesNotContain("\tat ", "Caused by:", "Exception encountered");
            return output;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
