package dev.fleetbooking.rest.edge;

import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.rest.pricing.CurrencyCode;
import jakarta.servlet.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.ConverterRegistry;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** What all routes have in common: how parameters are read, and what is checked before a handler is called. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final String API = "/api";

    private final JsonMapper json;

    WebConfiguration(JsonMapper json) {
        this.json = json;
    }

    @Bean
    static FilterRegistrationBean<BufferedBodyFilter> bufferedBodyFilter() {
        return forTheApi(new BufferedBodyFilter(), 1);
    }

    /** The body is there by then: whoever sends slowly takes no place meanwhile. */
    @Bean
    static FilterRegistrationBean<OverloadFilter> overloadFilter(
            @Value("${fleet.max-concurrent-requests}") int maxConcurrentRequests) {
        return forTheApi(new OverloadFilter(maxConcurrentRequests), 2);
    }

    private static <F extends Filter> FilterRegistrationBean<F> forTheApi(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(API + "/*");
        registration.setOrder(order);
        return registration;
    }

    /** A bean, as Spring gives the actuator's routes no other interceptors. */
    @Bean
    static MappedInterceptor acceptInterceptor() {
        return new MappedInterceptor(null, new AcceptInterceptor());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new BodyInterceptor(json)).addPathPatterns(API + "/**");
        registry.addInterceptor(new ParameterInterceptor()).addPathPatterns(API + "/**");
        registry.addInterceptor(new ConditionInterceptor()).addPathPatterns(API + "/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingResolver());
        resolvers.add(new PreconditionResolver());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(AcceptInterceptor::ranges));
    }

    /** Converters throw {@link InvalidValueException}; its message becomes the one for the parameter. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, DealerId.class, text -> new DealerId(Shapes.uuid(text)));
        registry.addConverter(String.class, CarId.class, text -> new CarId(Shapes.uuid(text)));
        registry.addConverter(String.class, BookingId.class, text -> new BookingId(Shapes.uuid(text)));
        registry.addConverter(
                String.class, MaintenanceWindowId.class, text -> new MaintenanceWindowId(Shapes.uuid(text)));
        registry.addConverter(String.class, UUID.class, Shapes::uuid);
        registry.addConverter(String.class, Instant.class, Shapes::instant);
        registry.addConverter(String.class, BigDecimal.class, Shapes::price);
        registry.addConverter(String.class, CurrencyCode.class, CurrencyCode::new);
        registry.addConverter(String.class, Category.class, Category::new);
        addEnum(registry, CarStatus.class);
        addEnum(registry, BookingStatus.class);
        addEnum(registry, MaintenanceStatus.class);
    }

    /** Spring's own converter takes an empty text for no value, and trims. */
    private static <E extends Enum<E>> void addEnum(ConverterRegistry registry, Class<E> type) {
        registry.addConverter(String.class, type, text -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(Shapes.oneOf(type))));
    }
}
