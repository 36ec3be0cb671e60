package dev.fleetbooking.bootstrap.kit.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who can log in to the embedded PostgreSQL, and with what rights. Every account of the machine can reach its port. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
@Execution(CONCURRENT)
@ResourceLock("EmbeddedDatabaseAccessIT")
class EmbeddedDatabaseAccessIT {

    @TempDir(factory = UnpackedPostgres.class)
    private static Path directory;

    private static EmbeddedDatabase database;

    /** One connection for all, since the quick compiler takes long for the hashes of a login. */
    private static SingleConnectionDataSource service;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(directory);
        service = new SingleConnectionDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword(), true);
    }

    @AfterAll
    static void stop() throws IOException {
        service.destroy();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fleet,    postgres, ''",
        "fleet,    postgres, wrong",
        "fleet,    template1, {password}",
        "postgres, postgres, ''",
        "postgres, postgres, {password}",
        "nobody,   postgres, {password}",
    })
    void onlyTheServiceCanLogInWithItsPassword(String user, String name, String password) {
        var url = database.getJdbcUrl().replaceFirst("/postgres\\?.*", "/" + name);

        assertThatExceptionOfType(SQLException.class).isThrownBy(() ->
                        DriverManager.getConnection(url, user, password.replace("{password}", database.getPassword())).close())
                .withMessageMatching(".*(password|pg_hba.conf).*");
    }

    /** While PostgreSQL does not run, any account of the machine may listen on its port. */
    @Test
    void theDriverDoesNotSendThePasswordOnRequest() throws Exception {
        try (var impostor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = CompletableFuture.supplyAsync(() -> askForThePassword(impostor));
            var url = database.getJdbcUrl().replaceFirst(":\\d+/", ":%d/".formatted(impostor.getLocalPort()))
                    + "&sslmode=disable";

            assertThatExceptionOfType(SQLException.class).isThrownBy(
                    () -> DriverManager.getConnection(url, database.getUsername(), database.getPassword()).close());

            assertThat(heard.get()).contains("fleet").doesNotContain(database.getPassword());
        }
    }

    private static String askForThePassword(ServerSocket impostor) {
        try (var caller = impostor.accept(); var output = new DataOutputStream(caller.getOutputStream())) {
            // AuthenticationCleartextPassword
            output.writeByte('R');
            output.writeInt(8);
            output.writeInt(3);
            caller.shutdownOutput();
            return new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyConnectionIsOnTheLoopbackAddressByScram() throws IOException {
        var rules = Files.readAllLines(directory.resolve("cluster").resolve("pg_hba.conf")).stream()
                .filter(line -> !line.startsWith("#")).toList();

        assertThat(rules).isNotEmpty().allMatch(rule -> rule.startsWith("host ") && rule.endsWith(" scram-sha-256"));
        var socketsAndAddresses = Files.readAllLines(directory.resolve("cluster").resolve("postmaster.pid")).subList(4, 6);
        assertThat(socketsAndAddresses).containsExactly("", "localhost");
    }

    @Test
    void theServiceOwnsItsDatabaseAndHasNoOtherRights() {
        assertThat(text("SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
                + " FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
        assertThat(text("SELECT count(*) FROM pg_auth_members WHERE member = current_user::regrole")).isEqualTo("0");
        assertThat(text("SELECT datdba::regrole FROM pg_database WHERE datname = current_database()")).isEqualTo("fleet");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "COPY (SELECT 1) TO '/tmp/written'",
        "CREATE TABLE read (line text); COPY read FROM '/etc/passwd'",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT lo_import('/etc/passwd')",
        "ALTER SYSTEM SET log_statement = 'all'",
        "CREATE ROLE other",
        "SET ROLE postgres",
    })
    void theServiceCanAccessNothingOutsideItsDatabase(String statement) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> service.getConnection().createStatement().execute(statement))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerOfTheDirectoryCanReadThePassword() throws IOException {
        var password = directory.resolve("password");

        assertThat(Files.readString(password)).isEqualTo(database.getPassword()).hasSizeGreaterThan(30);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("postgres.log"))).doesNotContain(database.getPassword());
        assertThat(ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse("")).collect(joining("\n")))
                .contains(directory.toString()).doesNotContain(database.getPassword());
    }

    @Test
    @Tag("thorough")
    void aLostPasswordIsReplaced() throws IOException {
        var password = database.getPassword();
        stop();
        Files.delete(directory.resolve("password"));

        start();

        assertThat(database.getPassword()).isNotEqualTo(password);
        assertThat(text("SELECT current_user")).isEqualTo("fleet");
    }

    private String text(String sql) {
        return JdbcClient.create(service).sql(sql).query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(
                database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    /**
     * Before the service had a role of its own, it was the superuser, as was everybody else. Each step of the takeover is done as
     * a whole or not at all; the last one is to keep the password.
     */
    @Test
    @Tag("thorough")
    void aDirectoryInWhichEverybodyWasSuperuserIsTakenOverEvenIfACrashInterruptsThat(
            @TempDir(factory = UnpackedPostgres.class) Path old) throws Exception {
        var dealer = fillAsEverybodyCould(old);
        var rules = old.resolve("cluster").resolve("pg_hba.conf");
        var open = Files.readString(rules);
        try (var taken = EmbeddedDatabase.start(old)) {
            assertTakenOver(taken, dealer);
        }

        Files.delete(old.resolve("password"));
        Files.writeString(rules, open.substring(0, open.length() / 2));
        for (var time = 0; time < 2; time++) {
            try (var taken = EmbeddedDatabase.start(old)) {
                assertTakenOver(taken, dealer);
            }
        }
    }

    private static String fillAsEverybodyCould(Path old) throws IOException {
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectory(old.resolve("cluster"))).setCleanDataDirectory(false).start()) {
            var postgres = server.getPostgresDatabase();
            Flyway.configure().dataSource(postgres).load().migrate();
            return JdbcClient.create(postgres).sql("""
                    INSERT INTO dealer (id, name, time_zone, currency, turnaround_minutes, version)
                    VALUES (gen_random_uuid(), 'City Cars', 'Europe/Berlin', 'EUR', 0, 0) RETURNING id
                    """).query(String.class).single();
        }
    }

    private static void assertTakenOver(EmbeddedDatabase taken, String dealer) {
        var jdbc = jdbc(taken);
        assertThat(jdbc.sql("SELECT id FROM dealer").query(String.class).single()).isEqualTo(dealer);
        assertThat(jdbc.sql("""
                SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
                UNION SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'is_whole_minute'
                UNION SELECT datdba::regrole::text FROM pg_database WHERE datname = current_database()
                """).query(String.class).list()).containsExactly("fleet");
        Flyway.configure().dataSource(taken.getJdbcUrl(), taken.getUsername(), taken.getPassword()).load().validate();
        // A later migration may change everything that exists.
        jdbc.sql("ALTER TABLE event ADD later text").update();
        jdbc.sql("ALTER TABLE event DROP later").update();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(taken.getJdbcUrl(), "postgres", "").close());
    }
}
