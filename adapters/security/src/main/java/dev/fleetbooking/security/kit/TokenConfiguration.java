package dev.fleetbooking.security.kit;

import dev.fleetbooking.domain.kit.CommonRefusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.ServletRequestPathFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Authenticates callers by tokens (OAuth 2.0 resource server) and compares their requests with {@link AccessRules}; all only if
 * the configuration says which tokens are valid. Otherwise nothing of Spring Security is started.
 */
@Configuration(proxyBeanMethods = false)
@Import({ExposedWithoutAuthentication.Guard.class, TokenConfiguration.Tokens.class})
public class TokenConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(AuthenticationConfigured.class)
    @EnableConfigurationProperties(SecurityProperties.class)
    @Import(TrialTokens.class)
    static class Tokens {

        private static final Logger LOG = LoggerFactory.getLogger(TokenConfiguration.class);

        /** What describes the service, what its pages load, and whether it lives. */
        private static final String[] PUBLIC =
                {"/docs", "/webjars/**", "/assets/**", "/openapi.yaml", "/openapi.json", "/llms.txt", "/actuator/health/**"};

        /** The first route that matches counts; Spring MVC chooses the most specific one. */
        private static final Comparator<Map.Entry<RequestMappingInfo, HandlerMethod>> MOST_SPECIFIC_FIRST =
                Comparator.comparing(route -> route.getKey().getPathPatternsCondition().getFirstPattern());

        /** Spring MVC's own routes are compared with the table, so that there is none that it does not know. */
        @Bean
        SecurityFilterChain tokens(
                HttpSecurity http, JwtDecoder decoder, OAuth2TokenValidator<Jwt> expiry, SecurityProperties properties,
                Callers callers, AccessRules rules, Clock clock,
                @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
                @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
            if (properties.requestsPerMinute() > 0) {
                http.addFilterAfter(
                        new RequestLimit(properties.requestsPerMinute(), clock), BearerTokenAuthenticationFilter.class);
            }
            if (!properties.allowedOrigins().isEmpty()) {
                http.addFilterBefore(new AllowedOrigins(properties.allowedOrigins()), BearerTokenAuthenticationFilter.class);
            }
            return http
                    .addFilterAfter(new RefusalLog(), SecurityContextHolderFilter.class)
                    // Else each of the table's routes would parse the path.
                    .addFilterAfter(new ServletRequestPathFilter(), SecurityContextHolderFilter.class)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    // A browser sends no token by itself, so another site cannot make it send one.
                    .csrf(AbstractHttpConfigurer::disable)
                    // Every answer has its headers already, with and without tokens.
                    .headers(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .oauth2ResourceServer(server -> server
                            .withObjectPostProcessor(new UnreadableKeys())
                            .jwt(jwt -> jwt
                                    .decoder(new VerifiedTokens(decoder, expiry, clock))
                                    .jwtAuthenticationConverter(new CallerOfToken(properties, callers)::convert))
                            .authenticationEntryPoint(unauthenticated())
                            .accessDeniedHandler(forbidden(problems)))
                    .exceptionHandling(exceptions -> exceptions
                            .authenticationEntryPoint(unauthenticated())
                            .accessDeniedHandler(forbidden(problems)))
                    .authorizeHttpRequests(requests -> {
                        requests.requestMatchers(PUBLIC).permitAll();
                        allow(mostSpecificFirst(routes).toList(), rules, requests);
                        rules.paths().forEach((path, roles) -> allow(roles, requests.requestMatchers(path)));
                        // Spring MVC answers that there is no such operation.
                        requests.requestMatchers("/api/**").authenticated();
                        requests.anyRequest().hasAuthority(rules.admin());
                    })
                    .build();
        }

        static Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> mostSpecificFirst(RequestMappingHandlerMapping routes) {
            return routes.getHandlerMethods().entrySet().stream().sorted(MOST_SPECIFIC_FIRST);
        }

        /** To those whom the rules name. */
        static void allow(
                List<Map.Entry<RequestMappingInfo, HandlerMethod>> routes, AccessRules rules,
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
            routes.forEach(route -> allow(
                    rules.handlers().get(route.getValue().getMethod().getName()),
                    requests.requestMatchers(requestsOf(route.getKey()))));
        }

        /** As Spring MVC matches them: a route with GET takes HEAD, and one without a method takes all. */
        static RequestMatcher[] requestsOf(RequestMappingInfo route) {
            RequestMatcher method = request -> route.getMethodsCondition().getMatchingCondition(request) != null;
            return route.getPatternValues().stream()
                    .map(path -> new AndRequestMatcher(method, PathPatternRequestMatcher.withDefaults().matcher(path)))
                    .toArray(RequestMatcher[]::new);
        }

        /** @param roles null if the rules do not name the operation */
        private static void allow(Set<String> roles, AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl matching) {
            if (roles == null) {
                matching.denyAll();
            } else if (roles.isEmpty()) {
                matching.permitAll();
            } else {
                matching.hasAnyAuthority(roles.toArray(String[]::new));
            }
        }

        /** Says nothing about what is wrong with a token (RFC 6750, section 3). */
        private static AuthenticationEntryPoint unauthenticated() {
            return (request, response, failure) -> {
                if (failure instanceof AuthenticationServiceException) {
                    LOG.warn("The keys of the issuer cannot be read: {}",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)));
                    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                    return;
                }
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                        failure instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
                response.sendError(HttpStatus.UNAUTHORIZED.value());
            };
        }

        /** The filter would pass the exception on to the web server, which would answer with 500. */
        private static final class UnreadableKeys implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(unauthenticated()::commence);
                return filter;
            }
        }

        private static AccessDeniedHandler forbidden(HandlerExceptionResolver problems) {
            return (request, response, denied) ->
                    problems.resolveException(request, response, null, new CommonRefusal.Forbidden().asException());
        }

        /**
         * Spring would measure each filter, which costs more than the filters do, and each authentication and authorization. Each
         * request is measured anyway.
         */
        @Bean
        SecurityObservationSettings noSecurityObservations() {
            return SecurityObservationSettings.noObservations();
        }

        /**
         * Does not compare each token with a pattern as {@code DefaultBearerTokenResolver} does, which costs more than looking up
         * a verified token; {@link VerifiedTokens} compares those that it has to verify.
         */
        @Bean
        BearerTokenResolver onlyToken() {
            return request -> {
                var values = request.getHeaders(HttpHeaders.AUTHORIZATION);
                var schemeAndToken = (values.hasMoreElements() ? values.nextElement() : "").split(" ", 2);
                if (values.hasMoreElements()) {
                    // What is in front of the service may have read the other one.
                    throw new InvalidBearerTokenException("More than one Authorization header");
                }
                if (!schemeAndToken[0].equalsIgnoreCase(OAuth2AccessToken.TokenType.BEARER.getValue())) {
                    return null;
                }
                if (schemeAndToken.length == 1 || schemeAndToken[1].isBlank()) {
                    throw new InvalidBearerTokenException("No token");
                }
                return schemeAndToken[1];
            };
        }

        /** Spring's default takes a token without expiry for one that never expires. The clocks may differ by a minute. */
        @Bean
        OAuth2TokenValidator<Jwt> expiry(Clock clock) {
            var validator = new JwtTimestampValidator();
            validator.setClock(clock);
            validator.setAllowEmptyExpiryClaim(false);
            return validator;
        }

        /** RFC 9068, section 2.1; many issuers still write JWT, or nothing. */
        @Bean
        OAuth2TokenValidator<Jwt> type() {
            var validator = new JwtTypeValidator(List.of("JWT", "at+jwt", "application/at+jwt"));
            validator.setAllowEmpty(true);
            return validator;
        }

        /** Refuses paths that could be read in two ways; the rest of a request is checked, and refused with a problem, later. */
        @Bean
        HttpFirewall firewall() {
            var firewall = new StrictHttpFirewall();
            firewall.setUnsafeAllowAnyHttpMethod(true);
            firewall.setAllowedHeaderNames(_ -> true);
            firewall.setAllowedHeaderValues(_ -> true);
            firewall.setAllowedParameterNames(_ -> true);
            return firewall;
        }

        /** A role of {@code HttpServletRequest.isUserInRole} is called as in a token. */
        @Bean
        static GrantedAuthorityDefaults roleNames() {
            return new GrantedAuthorityDefaults("");
        }
    }
}
