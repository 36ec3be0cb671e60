package dev.fleetbooking.bootstrap.kit.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that commits a row to an embedded database, prints that, and then waits to be killed. */
final class CommittedRow {

    static final String COMMITTED = "committed";

    private CommittedRow() {
    }

    /** @param arguments the data directory, and the name of the table to create */
    public static void main(String[] arguments) throws IOException, SQLException {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + arguments[1] + " AS SELECT 42 AS answer");
            System.out.println(COMMITTED);
            System.in.read();
        }
    }
}
