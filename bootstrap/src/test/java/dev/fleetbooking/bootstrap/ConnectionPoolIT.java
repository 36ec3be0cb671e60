package dev.fleetbooking.bootstrap;

import java.sql.Connection;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectionPoolIT extends SystemTest {

    @Autowired
    private DataSource pool;

    @Test
    void otherRequestsAreAnsweredDuringARace() throws Exception {
        var waiting = new ArrayList<Connection>();
        try {
            for (var client = 0; client < RaceIT.CLIENTS; client++) {
                waiting.add(pool.getConnection());
            }

            api.get("/dealers").expect(200);
        } finally {
            for (var connection : waiting) {
                connection.close();
            }
        }
    }
}
