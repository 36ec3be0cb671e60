package dev.fleetbooking.rest.kit.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemCatalog commonProblemCatalog() {
        return new ProblemCatalog(CommonProblem.values());
    }
}
