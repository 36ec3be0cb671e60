package dev.fleetbooking.rest.kit.request;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.rest.kit.json.Shapes;
import dev.fleetbooking.rest.kit.paging.Paging;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** What all routes have in common: how parameters are read, and what is checked before a handler is called. */
@Configuration(proxyBeanMethods = false)
public record RequestConfiguration(JsonMapper json) implements WebMvcConfigurer {

    /** The path prefix of the API's routes. */
    public static final String API = "/api";

    /** A bean, because Spring applies only such interceptors to the actuator's routes. */
    @Bean
    static MappedInterceptor acceptInterceptor() {
        return new MappedInterceptor(null, new AcceptInterceptor());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new BodyInterceptor(json)).addPathPatterns(API + "/**");
        registry.addInterceptor(new ParameterInterceptor()).addPathPatterns(API + "/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(Paging.class, Paging::of));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(AcceptInterceptor::ranges));
    }

    /** Converters throw {@link InvalidValueException}; its message becomes the one for the parameter. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new IdConverters());
        registry.addConverterFactory(new EnumConverters());
        registry.addConverter(String.class, UUID.class, Shapes::uuid);
        registry.addConverter(String.class, Instant.class, Shapes::instant);
        registry.addConverter(String.class, Integer.class, Shapes::integer);
    }
}
