package dev.fleetbooking.security.kit;

import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all of Spring Security while no authentication is configured: its mere presence on the class path would demand a
 * password for every request and add headers to every answer.
 */
final class SpringSecurityIfConfigured implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String SPRING_SECURITY = "org.springframework.boot.security.";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var configured = AuthenticationConfigured.in(environment);
        var matches = new boolean[autoConfigurations.length];
        IntStream.range(0, matches.length).forEach(index -> matches[index] = configured
                || autoConfigurations[index] == null || !autoConfigurations[index].startsWith(SPRING_SECURITY));
        return matches;
    }
}
