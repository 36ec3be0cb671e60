package dev.fleetbooking.bootstrap.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.ServiceTest;
import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import dev.fleetbooking.postgres.kit.idempotency.IdempotencyRecords;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class IdempotencyHousekeepingIT extends ServiceTest {

    private static final String DEALER = "{\"name\": \"City Cars\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}";

    @Autowired
    private IdempotentTransactions idempotentTransactions;
    @Autowired
    private IdempotencyRecords records;

    @Test
    void anAnswerIsKeptForMoreThanADayAndThenRemoved() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201);

        clock.set(NOW.plus(Duration.ofHours(25)));
        idempotentTransactions.forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isEqualTo(first.id());

        clock.set(NOW.plus(Duration.ofHours(25)).plusSeconds(1));
        idempotentTransactions.forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isNotEqualTo(first.id());
    }

    /** A statement that takes too long is aborted, and would be aborted every time. */
    @Test
    void oldAnswersAreRemovedInBatches() {
        database.sql("""
                INSERT INTO idempotency_record (key, fingerprint, created_at)
                SELECT 'old-' || n, sha256(''), '2020-01-01Z' FROM generate_series(1, 10001) AS n
                """).update();
        var old = database.sql("SELECT count(*) FROM idempotency_record WHERE created_at < '2021-01-01Z'").query(Long.class);

        records.removeBefore(NOW);
        assertThat(old.single()).isEqualTo(1);

        idempotentTransactions.forgetOldAnswers();
        assertThat(old.single()).isZero();
    }

    @Test
    void oldAnswersAreRemovedFromTimeToTimeUnlessThatIsSwitchedOff() {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(Housekeeping.class)
                .withBean(IdempotentTransactions.class, () -> idempotentTransactions);

        context.run(started ->
                assertThat(started.getBean(ScheduledTaskHolder.class).getScheduledTasks()).hasSize(1));
        context.withPropertyValues("fleet.housekeeping.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(ScheduledTaskHolder.class));
    }
}
