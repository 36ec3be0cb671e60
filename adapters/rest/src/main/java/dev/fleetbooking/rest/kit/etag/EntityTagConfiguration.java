package dev.fleetbooking.rest.kit.etag;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.rest.kit.request.RequestArgument;
import dev.fleetbooking.rest.kit.request.RequestConfiguration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class EntityTagConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // After the checks of body and parameters.
        registry.addInterceptor(new ConditionInterceptor()).addPathPatterns(RequestConfiguration.API + "/**").order(1);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(Precondition.class, EntityTags::precondition));
    }
}
