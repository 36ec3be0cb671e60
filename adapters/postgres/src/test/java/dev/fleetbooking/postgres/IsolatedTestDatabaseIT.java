package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class IsolatedTestDatabaseIT {

    @Test
    void gives_each_caller_an_empty_database_of_its_own() throws SQLException {
        TestDatabase first = TestDatabase.createDatabase();
        TestDatabase second = TestDatabase.createDatabase();

        query(first, "CREATE TABLE left_behind AS SELECT 1; SELECT count(*) FROM left_behind");

        assertThat(query(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo("0");
        assertThat(query(first, "SELECT current_database()")).isNotEqualTo(query(second, "SELECT current_database()"));
    }

    @Test
    void uses_one_server_for_the_whole_jvm() throws SQLException {
        String startTime = "SELECT pg_postmaster_start_time()";

        assertThat(query(TestDatabase.createDatabase(), startTime))
                .isEqualTo(query(TestDatabase.createDatabase(), startTime));
    }

    @Test
    void the_server_has_the_features_that_the_schema_needs() throws SQLException {
        assertThat(query(TestDatabase.createDatabase(), "CREATE EXTENSION btree_gist; SELECT extname FROM pg_extension"
                + " WHERE extname = 'btree_gist'")).isEqualTo("btree_gist");
    }

    @Test
    void a_given_url_keeps_its_parameters_and_its_credentials() throws SQLException {
        TestDatabaseServer given = TestDatabaseServer.ofThisJvm();
        String url = given.jdbcUrl().replaceFirst("\\?.*", "") + "?user=" + given.username() + "&password="
                + given.password() + "&ApplicationName=ladder";

        TestDatabase created = TestDatabaseServer.external(url, "ignored", "ignored").createDatabase();

        assertThat(created.username()).isEqualTo(given.username());
        assertThat(query(created, "SELECT current_setting('application_name')")).isEqualTo("ladder");
    }

    @Test
    void credentials_may_stand_beside_a_given_url() {
        TestDatabaseServer server = TestDatabaseServer.external("jdbc:postgresql://db:5432/fleet", "fleet", "secret");

        assertThat(server.username()).isEqualTo("fleet");
        assertThat(server.password()).isEqualTo("secret");
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            while (!hasRows) {
                hasRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
