package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.postgres.kit.PostgresFailures;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Real failures, as the frameworks wrap them. */
class PostgresFailuresIT extends RepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    protected TestStore newStore() {
        return adapters;
    }

    @Test
    void aDeadlockIsRetryable() throws Exception {
        var dealer = givenDealer();
        var one = givenCar(dealer).id();
        var other = givenCar(dealer).id();
        var bothHaveOne = new CyclicBarrier(2);
        var crossing = List.<Callable<Void>>of(
                () -> {
                    commit(() -> {
                        cars().findForUpdate(one);
                        await(bothHaveOne);
                        cars().findForUpdate(other);
                    });
                    return null;
                },
                () -> {
                    commit(() -> {
                        cars().findForUpdate(other);
                        await(bothHaveOne);
                        cars().findForUpdate(one);
                    });
                    return null;
                });

        try (var threads = Executors.newFixedThreadPool(2)) {
            var failures = threads.invokeAll(crossing).stream()
                    .filter(done -> done.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();

            assertThat(failures).singleElement().matches(PostgresFailures::isRetryable);
        }
    }

    @Test
    void aLostConnectionIsUnavailable() {
        var failure = catchThrowable(() -> commit(() -> {
            adapters.jdbc().sql("SELECT pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
        }));

        assertThat(failure).matches(PostgresFailures::isUnavailable);
    }

    @Test
    void anUnreachableServerIsUnavailable() throws IOException {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:%d/none".formatted(freePort()));

        var failure = catchThrowable(() -> new TransactionTemplate(new DataSourceTransactionManager(nowhere))
                .executeWithoutResult(status -> {
                }));

        assertThat(failure).matches(PostgresFailures::isUnavailable);
    }

    @Test
    void anExhaustedPoolIsUnavailable() throws Exception {
        var database = TestDatabase.createDatabase();
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.username());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
            try (var only = pool.getConnection()) {
                assertThat(only.isValid(1)).isTrue();

                var failure = catchThrowable(() -> JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single());

                assertThat(failure)
                        .matches(PostgresFailures::isUnavailable)
                        .matches(thrown -> !PostgresFailures.isRetryable(thrown));
            }
        }
    }

    @Test
    void aFailureWithoutSqlStateIsADefect() {
        assertThat(PostgresFailures.isUnavailable(new SQLException("out of thin air"))).isFalse();
    }

    @Test
    void aViolatedConstraintIsNeitherRetryableNorUnavailableAndIsIdentifiedByName() {
        var dealer = givenDealer();
        var failure = catchThrowable(() -> given(dealer));

        assertThat(failure)
                .matches(thrown -> PostgresFailures.violates(thrown, "dealer_pkey"))
                .matches(thrown -> !PostgresFailures.violates(thrown, "car_pkey"))
                .matches(thrown -> !PostgresFailures.isRetryable(thrown))
                .matches(thrown -> !PostgresFailures.isUnavailable(thrown));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
