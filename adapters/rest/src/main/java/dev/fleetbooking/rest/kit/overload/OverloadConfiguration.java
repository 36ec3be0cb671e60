package dev.fleetbooking.rest.kit.overload;

import dev.fleetbooking.rest.kit.request.RequestConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OverloadConfiguration {

    /** Runs after the body was read, so that slow callers do not hold a permit meanwhile. */
    @Bean
    FilterRegistrationBean<OverloadFilter> overloadFilter(
            @Value("${fleet.max-concurrent-requests}") int maxConcurrentRequests) {
        return RequestConfiguration.forTheApi(new OverloadFilter(maxConcurrentRequests), 2);
    }
}
