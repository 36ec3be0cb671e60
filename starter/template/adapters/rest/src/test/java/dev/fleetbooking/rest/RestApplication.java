package dev.fleetbooking.rest;

import dev.fleetbooking.rest.kit.StubPorts;
import dev.fleetbooking.rest.kit.idempotency.IdempotentCalls;
import dev.fleetbooking.rest.kit.idempotency.InMemoryIdempotentCalls;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST adapter in front of {@link StubPorts}, which answer with {@link Samples}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RestConfiguration.class)
class RestApplication {

    @Bean
    static StubPorts stubPorts() {
        return new StubPorts(Samples.BY_TYPE);
    }

    @Bean
    IdempotentCalls idempotentCalls() {
        return new InMemoryIdempotentCalls();
    }
}
