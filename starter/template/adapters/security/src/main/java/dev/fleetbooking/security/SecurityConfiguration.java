package dev.fleetbooking.security;

import dev.fleetbooking.security.kit.AccessRules;
import dev.fleetbooking.security.kit.CallerAuthentication;
import dev.fleetbooking.security.kit.Callers;
import dev.fleetbooking.security.kit.TokenConfiguration;
import dev.fleetbooking.security.kit.TrialCallers;
import dev.fleetbooking.security.kit.TrialCallers.TrialCaller;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the kit needs to know to authenticate callers, if the configuration says which tokens are valid. */
@Configuration(proxyBeanMethods = false)
@Import(TokenConfiguration.class)
public class SecurityConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(Rights.TABLE, Map.of(), Role.ADMIN, Role::label);
    }

    @Bean
    Callers callers() {
        return claims -> {
            var account = claims.account();
            var role = Stream.of(Role.values()).map(Role::label).filter(claims.roles()::contains).findFirst();
            var name = Stream.concat(role.stream(), Stream.of(account.value())).collect(Collectors.joining(" "));
            return new CallerAuthentication(role, account, name);
        };
    }

    @Bean
    TrialCallers trialCallers() {
        return () -> Stream.of(Role.values())
                .map(role -> new TrialCaller(role.name(), role.label(), "trial-" + role.label(), role.label(), Map.of()))
                .toList();
    }
}
