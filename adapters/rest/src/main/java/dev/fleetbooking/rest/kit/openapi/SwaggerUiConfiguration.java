package dev.fleetbooking.rest.kit.openapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Swagger UI from its webjar; {@code swagger-initializer.js} beside it, which has no version in its path, takes precedence.
 * So does a page at {@code /}, if the service has one.
 */
@Configuration(proxyBeanMethods = false)
class SwaggerUiConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/docs");
        registry.addRedirectViewController("/docs", "/webjars/swagger-ui/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .resourceChain(true);
        // An introduction for language models, see llmstxt.org.
        registry.addResourceHandler("/llms.txt").addResourceLocations("classpath:/dev/fleetbooking/rest/kit/openapi/");
    }
}
