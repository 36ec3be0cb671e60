package dev.fleetbooking.rest.idempotency;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link IdempotentHandlerMethod} around every handler, so that no route can forget it. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    WebMvcRegistrations idempotentHandlers(IdempotentCalls calls, JsonMapper json) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new RequestMappingHandlerAdapter() {
                    @Override
                    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                        return new IdempotentHandlerMethod(handler, calls, json);
                    }
                };
            }
        };
    }
}
