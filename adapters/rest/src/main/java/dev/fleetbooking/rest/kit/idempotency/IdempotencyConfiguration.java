package dev.fleetbooking.rest.kit.idempotency;

import dev.fleetbooking.rest.kit.problem.ProblemCatalog;
import dev.fleetbooking.rest.kit.request.AnswerHeaders;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link IdempotentHandlerMethod} around every handler, so that it applies to all routes. */
@Configuration(proxyBeanMethods = false)
record IdempotencyConfiguration(IdempotentCalls calls, ObjectProvider<AnswerHeaders> headers, JsonMapper json)
        implements WebMvcRegistrations {

    @Bean
    static ProblemCatalog idempotencyProblemCatalog() {
        return new ProblemCatalog(List.of(IdempotencyProblem.values()));
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                return new IdempotentHandlerMethod(handler, calls, headers, json);
            }
        };
    }
}
