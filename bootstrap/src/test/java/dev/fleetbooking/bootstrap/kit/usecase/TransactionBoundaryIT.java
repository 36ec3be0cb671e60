package dev.fleetbooking.bootstrap.kit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.bootstrap.kit.ServiceTest;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TransactionBoundaryIT extends ServiceTest {

    @Autowired
    private TransactionBoundary boundary;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyUseCaseIsCalledThroughTheBoundary() {
        var useCases = context.getBeansOfType(Object.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).isAnnotationPresent(UseCase.class))
                .toList();

        assertThat(useCases).isNotEmpty().allMatch(AopUtils::isAopProxy);
    }

    @Test
    void aCallIsOneTransactionWhichIsReadOnlyIfTheUseCaseSaysSo() {
        assertThat(boundary.call(false, TransactionBoundaryIT::transaction)).isEqualTo("writing");
        assertThat(boundary.call(true, TransactionBoundaryIT::transaction)).isEqualTo("reading");
        assertThat(boundary.call(false, () -> boundary.call(true, TransactionBoundaryIT::transaction))).isEqualTo("writing");
        assertThat(transaction()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transactionsAreReadCommittedWhateverTheDefaultOfTheDatabase(boolean readOnly) {
        assertThat(database.sql("SELECT reset_val FROM pg_settings WHERE name = 'default_transaction_isolation'")
                .query(String.class).single()).isEqualTo("repeatable read");

        assertThat(boundary.call(readOnly, () -> database.sql("SHOW transaction_isolation").query(String.class).single()))
                .isEqualTo("read committed");
    }

    @Test
    void anExceptionRollsEverythingBack() {
        var dealer = dealer();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> boundary.call(false, () -> {
            rename(dealer, "Changed");
            throw new IllegalStateException("after the change");
        }));

        assertThat(api.get("/dealers/" + dealer).text("/name")).isEqualTo("City Cars");
    }

    @Test
    void aDeadlockVictimIsRetriedAsAWhole() throws Exception {
        var one = dealer();
        var other = dealer();
        var deadlocksBefore = deadlocks();
        var bothHoldALock = new CyclicBarrier(2);
        var calls = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forth = threads.submit(() -> renameInOrder(one, other, "Forth", bothHoldALock, calls));
            var back = threads.submit(() -> renameInOrder(other, one, "Back", bothHoldALock, calls));
            forth.get();
            back.get();
        }

        // The victim may lock its first row again before the survivor has it, and there is another deadlock.
        var victims = deadlocks() - deadlocksBefore;
        assertThat(victims).isPositive();
        assertThat(calls).hasValue(2 + (int) victims);
        assertThat(api.get("/dealers/" + one).text("/name")).isEqualTo(api.get("/dealers/" + other).text("/name"));
    }

    @Test
    void aCallThatIsADeadlockVictimEveryTimeIsReportedAsUnavailable() {
        var calls = new AtomicInteger();

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> boundary.call(false, () -> {
            calls.incrementAndGet();
            return database.sql("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$").update();
        }));

        assertThat(calls).hasValue(4);
    }

    private UUID dealer() {
        var body = "{\"name\": \"City Cars\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}";
        return UUID.fromString(api.post("/dealers", body).expect(201).id());
    }

    private Void renameInOrder(UUID first, UUID second, String name, CyclicBarrier bothHoldALock, AtomicInteger calls) {
        boundary.call(false, () -> {
            rename(first, name);
            if (calls.incrementAndGet() <= 2) {
                await(bothHoldALock);
            }
            return rename(second, name);
        });
        return null;
    }

    private int rename(UUID dealer, String name) {
        return database.sql("UPDATE dealer SET name = :name WHERE id = :id").param("name", name).param("id", dealer).update();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static String transaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return "none";
        }
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? "reading" : "writing";
    }
}
