package dev.fleetbooking.bootstrap.kit.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.Retryable;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    RetryListener retryMetrics(MeterRegistry meters) {
        var retries = meters.counter("fleet.transaction.retries");
        return new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> call, RetryState state) {
                retries.increment();
            }
        };
    }
}
