package dev.fleetbooking.security.kit;

import dev.fleetbooking.security.kit.TokenConfiguration.Tokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets people log in to the pages at an OpenID provider, if the configuration names one. Whatever is not a page needs a token as
 * before: a session says nothing there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@PropertySource("classpath:dev/fleetbooking/security/kit/login.properties")
class Login {

    private static final String START = "/oauth2/authorization/";

    /** Pages that everybody may see. */
    private static final String REFUSED = "/refused";
    private static final String LOGGED_OUT = "/logged-out";

    /** Whoever reads the log could do everything with a service whose callers are known to a provider. */
    Login(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of(TrialTokens.PROFILE))) {
            throw TrialTokens.wouldReplaceTheIssuer();
        }
    }

    /** Precedes the chain for tokens, which matches everything. */
    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http, InMemoryClientRegistrationRepository providers, SecurityProperties properties,
            Callers callers, AccessRules rules, Clock clock,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var start = START + only(providers).getRegistrationId();
        var caller = new CallerOfToken(properties, callers);
        var pages = Tokens.mostSpecificFirst(routes).filter(Login::isPage).toList();
        http.addFilterBefore(new CallerOfLogin(caller, properties.loginDuration(), clock), AnonymousAuthenticationFilter.class);
        if (properties.requestsPerMinute() > 0) {
            http.addFilterBefore(new RequestLimit(properties.requestsPerMinute(), clock), AnonymousAuthenticationFilter.class);
        }
        return http
                .securityMatcher(handledBy(pages, start))
                .addFilterAfter(new RefusalLog(), SecurityContextHolderFilter.class)
                // Every answer has its headers already, with and without a login.
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pageToReturnTo()))
                .oauth2Login(login -> login
                        .loginPage(start)
                        // Else the tokens of all who ever logged in would be kept.
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .userInfoEndpoint(user -> user.oidcUserService(idTokenOnly(caller)))
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler(REFUSED)))
                .logout(logout -> logout.logoutSuccessUrl(LOGGED_OUT))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(toLogin(start))
                        .accessDeniedHandler(toPage(REFUSED)))
                .authorizeHttpRequests(requests -> {
                    // The page that says what was refused.
                    requests.dispatcherTypeMatchers(DispatcherType.FORWARD).permitAll();
                    Tokens.allow(pages, rules, requests);
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    /** With more than one, the account of one provider would be taken for that of another. */
    static ClientRegistration only(InMemoryClientRegistrationRepository providers) {
        var all = StreamSupport.stream(providers.spliterator(), false).toList();
        if (all.size() != 1 || !all.getFirst().getScopes().contains(OidcScopes.OPENID)) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.security.oauth2.client.registration",
                    all.stream().map(ClientRegistration::getRegistrationId).toList(),
                    "There must be one provider, with the scope " + OidcScopes.OPENID + ".");
        }
        return all.getFirst();
    }

    /** Controllers of JSON have another annotation. */
    private static boolean isPage(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        return route.getValue().getBeanType().isAnnotationPresent(Controller.class);
    }

    /** The pages, and the paths that Spring Security handles. */
    private static RequestMatcher handledBy(List<Map.Entry<RequestMappingInfo, HandlerMethod>> pages, String start) {
        var login = Stream.of(start, "/login/oauth2/code/*", "/logout").map(PathPatternRequestMatcher.withDefaults()::matcher);
        return new OrRequestMatcher(Stream.<RequestMatcher>concat(
                        pages.stream().flatMap(page -> Arrays.stream(Tokens.requestsOf(page.getKey()))), login)
                .toList());
    }

    /**
     * By its address only, without a parameter that Spring would add to it. Never a form: whoever logs in next would send it,
     * without the check of its token.
     */
    private static HttpSessionRequestCache pageToReturnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Login::isReading);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** What the provider would answer to further questions is not needed. A claim of the wrong shape ends the login. */
    private static OAuth2UserService<OidcUserRequest, OidcUser> idTokenOnly(CallerOfToken callers) {
        return login -> {
            callers.convert(login.getIdToken());
            return new DefaultOidcUser(List.of(), login.getIdToken());
        };
    }

    private static boolean isReading(HttpServletRequest request) {
        return Set.of("GET", "HEAD").contains(request.getMethod());
    }

    /** A part of a page is requested by a script, which the browser does not let follow to the provider. A form is refused. */
    private static AuthenticationEntryPoint toLogin(String start) {
        var redirect = new LoginUrlAuthenticationEntryPoint(start);
        var refused = toPage(REFUSED);
        return (request, response, failure) -> {
            if (request.getHeader("HX-Request") != null) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
                response.setHeader("HX-Redirect", "/");
            } else if (isReading(request)) {
                redirect.commence(request, response, failure);
            } else {
                refused.handle(request, response, new AccessDeniedException("A form without a login", failure));
            }
        };
    }

    private static AccessDeniedHandlerImpl toPage(String path) {
        var page = new AccessDeniedHandlerImpl();
        page.setErrorPage(path);
        return page;
    }

    /** The service has one issuer, that of access tokens. The time is that of its clock. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(
            @Qualifier("expiry") OAuth2TokenValidator<Jwt> expiry, OAuth2ResourceServerProperties tokens, Clock clock) {
        var issuer = Optional.ofNullable(tokens.getJwt().getIssuerUri()).map(JwtIssuerValidator::new);
        var factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(client -> {
            var idToken = new OidcIdTokenValidator(client);
            idToken.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(Stream.concat(Stream.of(expiry, idToken), issuer.stream()).toList());
        });
        return factory;
    }
}
