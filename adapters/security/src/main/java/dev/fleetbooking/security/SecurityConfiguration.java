package dev.fleetbooking.security;

import static dev.fleetbooking.domain.access.Role.CUSTOMER;
import static dev.fleetbooking.domain.access.Role.DEALER_STAFF;
import static dev.fleetbooking.domain.access.Role.FLEET_ADMIN;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.dealer.ListDealers;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.security.kit.AccessRules;
import dev.fleetbooking.security.kit.AuthenticationConfigured;
import dev.fleetbooking.security.kit.Callers;
import dev.fleetbooking.security.kit.LoginConfiguration;
import dev.fleetbooking.security.kit.TokenConfiguration;
import dev.fleetbooking.security.kit.TrialCallers;
import dev.fleetbooking.security.kit.TrialCallers.TrialCaller;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the kit asks of the fleet to authenticate its callers: {@link Rights} and {@link FleetCallers}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffProperties.class)
@Import({TokenConfiguration.class, LoginConfiguration.class})
public class SecurityConfiguration {

    @Bean
    AccessRules accessRules() {
        return Rights.rules();
    }

    @Bean
    Callers callers(StaffProperties properties) {
        return new FleetCallers(properties.dealerClaim());
    }

    /** Staff works for the first dealer, if there is one. */
    @Bean
    TrialCallers trialCallers(StaffProperties properties, ListDealers dealers) {
        return () -> {
            var admin = new TrialCaller("ADMIN", FLEET_ADMIN.label(), "admin", FLEET_ADMIN.label(), Map.of());
            var staff = dealers.list(new PageRequest<>(Optional.empty(), 1)).items().stream().map(dealer -> new TrialCaller(
                    "STAFF", "%s of %s".formatted(DEALER_STAFF.label(), dealer.name().value()), "grace", DEALER_STAFF.label(),
                    Map.of(properties.dealerClaim(), dealer.id().value().toString())));
            var customer = new TrialCaller("CUSTOMER", CUSTOMER.label(), "ada", CUSTOMER.label(), Map.of());
            return Stream.of(Stream.of(admin), staff, Stream.of(customer)).flatMap(callers -> callers).toList();
        };
    }

    /** Outside of a request the service acts for itself. Within one there is a caller, or the call is refused. */
    @Bean
    @Conditional(AuthenticationConfigured.class)
    CurrentCaller currentCaller() {
        return () -> switch (SecurityContextHolder.getContext().getAuthentication()) {
            case null -> Caller.SERVICE;
            case Authentication token when token.getPrincipal() instanceof Caller caller -> caller;
            default -> throw new CommonRefusal.Forbidden().asException();
        };
    }
}
