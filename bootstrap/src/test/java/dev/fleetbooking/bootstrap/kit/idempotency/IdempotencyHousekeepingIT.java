package dev.fleetbooking.bootstrap.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.SystemTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyHousekeepingIT extends SystemTest {

    private static final String DEALER = "{\"name\": \"City Cars\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}";

    @Autowired
    private IdempotentTransactions idempotentTransactions;

    @Test
    void anAnswerIsKeptForMoreThanADayAndNotForEver() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201);

        clock.set(NOW.plus(Duration.ofHours(25)));
        new IdempotencyHousekeeping(idempotentTransactions).forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isEqualTo(first.id());

        clock.set(NOW.plus(Duration.ofHours(25)).plusSeconds(1));
        new IdempotencyHousekeeping(idempotentTransactions).forgetOldAnswers();
        assertThat(api.post("/dealers", DEALER, "Idempotency-Key", key).expect(201).id()).isNotEqualTo(first.id());
    }
}
