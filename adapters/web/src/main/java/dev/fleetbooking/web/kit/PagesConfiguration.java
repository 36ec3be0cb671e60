package dev.fleetbooking.web.kit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What all pages have in common: their headers, and the files that they load. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private final MessageSource messages;

    PagesConfiguration(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Everything comes from this service; scripts and styles from files, none from the page itself. Besides what the other
     * answers may do, pages send forms.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof HandlerMethod method && isPage(method)) {
                    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                    readParameters(request);
                }
                return true;
            }
        });
    }

    /** Else the first handler that reads one would fail. */
    private static void readParameters(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException undecodable) { // Or too long, as the servlet specification says.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The parameters cannot be read", undecodable);
        }
    }

    /** Controllers of JSON have another annotation. */
    private static boolean isPage(HandlerMethod method) {
        return method.getBeanType().isAnnotationPresent(Controller.class);
    }

    /** A page in one of the languages that there are texts in says so; whoever prefers another one gets English. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.GERMAN));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormResolver(messages));
    }

    /** The library's path needs no version. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/dev/fleetbooking/web/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
