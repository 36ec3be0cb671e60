package dev.fleetbooking.postgres.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(CONCURRENT)
@ResourceLock("IsolatedTestDatabaseIT")
class IsolatedTestDatabaseIT {

    private static final TestDatabaseServer EMBEDDED = TestDatabaseServer.embedded();

    @Test
    void each_caller_gets_its_own_empty_database() {
        TestDatabase first = TestDatabase.createDatabase();
        TestDatabase second = TestDatabase.createDatabase();

        query(first, "CREATE TABLE left_behind AS SELECT 1");

        assertThat(query(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo("0");
        assertThat(query(first, "SELECT current_database()")).isNotEqualTo(query(second, "SELECT current_database()"));
    }

    @Test
    void uses_one_server_for_the_whole_jvm() {
        String startTime = "SELECT pg_postmaster_start_time()";

        assertThat(query(TestDatabase.createDatabase(), startTime))
                .isEqualTo(query(TestDatabase.createDatabase(), startTime));
    }

    @Test
    void the_server_has_the_features_that_the_schema_needs() {
        TestDatabase created = TestDatabase.createDatabase();

        query(created, "CREATE EXTENSION btree_gist");

        assertThat(query(created, "SELECT extname FROM pg_extension WHERE extname = 'btree_gist'")).isEqualTo("btree_gist");
    }

    @Test
    void a_given_url_keeps_its_parameters_but_not_the_credentials_of_a_superuser() {
        TestDatabaseServer given = TestDatabaseServer.ofThisJvm();
        String url = given.jdbcUrl().replaceFirst("\\?.*", "") + "?user=" + given.username() + "&ApplicationName=ladder&password="
                + given.password();

        TestDatabase created = TestDatabaseServer.external(url, "ignored", "ignored").createDatabase("");

        assertThat(query(created, "SELECT current_setting('application_name')")).isEqualTo("ladder");
        assertThat(query(created, "SHOW is_superuser")).isEqualTo("off");
    }

    @Test
    void a_user_that_is_not_a_superuser_owns_the_database_that_it_creates() {
        TestDatabaseServer given = TestDatabaseServer.ofThisJvm();
        TestDatabase modest = given.createDatabase("");
        given.execute("ALTER ROLE " + modest.username() + " CREATEDB");

        TestDatabase created =
                TestDatabaseServer.external(modest.jdbcUrl(), modest.username(), modest.password()).createDatabase("");

        assertThat(created.username()).isEqualTo(modest.username());
        assertThat(query(created, "SELECT current_user = datdba::regrole::text FROM pg_database"
                + " WHERE datname = current_database()")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void the_embedded_server_refuses_logins_without_the_password(String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(EMBEDDED.jdbcUrl(), EMBEDDED.username(), password).close())
                .withMessageContaining("password");
    }

    @Test
    void credentials_may_be_given_separately_from_the_url() {
        TestDatabaseServer server = TestDatabaseServer.external("jdbc:postgresql://db:5432/fleet", "fleet", "secret");

        assertThat(server.username()).isEqualTo("fleet");
        assertThat(server.password()).isEqualTo("secret");
    }

    private static String query(TestDatabase database, String sql) {
        return new TestDatabaseServer(database.jdbcUrl(), database.username(), database.password(), false).execute(sql);
    }
}
