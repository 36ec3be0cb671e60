package dev.fleetbooking.postgres.kit;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deadlocks that PostgreSQL has counted. */
public final class Deadlocks {

    private Deadlocks() {
    }

    /**
     * The number of deadlocks in the database of this pool. A session reports them with a delay of up to 10 s, or when it ends;
     * so the sessions of the pool are ended first.
     */
    public static long in(DataSource dataSource) throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        var database = JdbcClient.create(dataSource);
        var sessions = database.sql("SELECT pid FROM pg_stat_activity WHERE application_name = current_setting('application_name')")
                .query(Integer.class).list();
        await().until(() -> {
            // Repeated, because the pool only marks connections that are just being returned.
            pool.softEvictConnections();
            return database.sql("SELECT count(*) FROM pg_stat_activity WHERE pid IN (:sessions)")
                    .param("sessions", sessions).query(Integer.class).single() == 0;
        });
        return database.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class).single();
    }
}
