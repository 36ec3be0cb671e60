package dev.fleetbooking.rest.openapi;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.rest.edge.Paging;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Paging.class, Precondition.class);
    }

    /** Springdoc serves JSON at its path and YAML at that path with an ending. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/openapi.json").setViewName("forward:/openapi");
    }
}
