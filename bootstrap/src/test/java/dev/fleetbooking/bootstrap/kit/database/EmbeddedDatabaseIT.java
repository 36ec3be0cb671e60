package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.kit.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
@Execution(CONCURRENT)
@ResourceLock("EmbeddedDatabaseIT")
class EmbeddedDatabaseIT {

    /** Shared, because initialising it takes seconds; each test starts new servers on it. */
    @TempDir(factory = UnpackedPostgres.class)
    private static Path directory;

    @AfterAll
    static void stopWhatAFailedTestLeftRunning() throws IOException {
        try (var claimed = DataDirectory.claim(directory)) {
            claimed.stopOrphanedServer();
        }
    }

    @Test
    void isDurableForOneServiceAtATimeAndKeepsItsDataAndPasswordOverARestart() throws Exception {
        String password;
        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, """
                    SELECT string_agg(name, ' ' ORDER BY name) FROM pg_settings
                    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'on'
                    """)).isEqualTo("fsync full_page_writes synchronous_commit");
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory))
                    .withMessageContaining("is used by another running instance");
            execute(database, "CREATE TABLE kept AS SELECT 42 AS answer");
            password = database.getPassword();
        }
        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(database.getPassword()).isEqualTo(password);
            assertThat(query(database, "SELECT current_user || answer FROM kept")).isEqualTo("fleet42");
        }
    }

    @Test
    @Tag("thorough")
    void keepsTheCommitsOfAKilledProcessAndStopsTheServerItLeftRunning() throws Exception {
        try (var killed = JavaProcess.start(CommittedRow.class, directory.toString(), "survivor")) {
            killed.awaitLine(CommittedRow.COMMITTED);
            killed.kill();
        }
        var orphan = server();
        assertThat(orphan.isAlive()).isTrue();

        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "SELECT answer FROM survivor")).isEqualTo("42");
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    @Tag("thorough")
    void refusesADirectoryThatARunningProcessUsesWithoutDisturbingIt() throws Exception {
        try (var rival = JavaProcess.start(CommittedRow.class, directory.toString(), "rivals")) {
            rival.awaitLine(CommittedRow.COMMITTED);
            var server = server();

            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory))
                    .withMessageContaining("is used by another running instance");
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    @Tag("thorough")
    void startsIfAnotherProcessHasTheProcessIdOfTheFormerServer() throws Exception {
        EmbeddedDatabase.start(directory).close();
        // PostgreSQL takes the process id of its own parent for stale, but not that of init.
        Files.writeString(pidFile(), "1\n" + directory.resolve("cluster") + "\n");

        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "SELECT 42")).isEqualTo("42");
        }
    }

    @Test
    @Tag("thorough")
    void startsIfACrashLeftAnEmptyPidFile() throws Exception {
        EmbeddedDatabase.start(directory).close();
        Files.createFile(pidFile());

        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(query(database, "SELECT 42")).isEqualTo("42");
        }
    }

    private static ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst())).orElseThrow();
    }

    private static Path pidFile() {
        return directory.resolve("cluster").resolve("postmaster.pid");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
