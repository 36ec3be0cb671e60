package dev.fleetbooking.postgres.kit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts prepared statements, of Hibernate and of plain SQL: each is a round trip. */
final class CountingDataSource extends DelegatingDataSource {

    private final AtomicLong preparedStatements = new AtomicLong();

    CountingDataSource(DataSource target) {
        super(target);
    }

    long preparedStatements() {
        return preparedStatements.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var counting = new ProxyFactory(super.getConnection());
        counting.addAdvice((MethodBeforeAdvice) (method, arguments, connection) -> {
            if (method.getName().equals("prepareStatement")) {
                preparedStatements.incrementAndGet();
            }
        });
        return (Connection) counting.getProxy();
    }
}
