package dev.fleetbooking.security.kit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The login to the pages, if the configuration names a provider; says so if it does not. */
@Configuration(proxyBeanMethods = false)
@Conditional(AuthenticationConfigured.class)
@Import(Login.class)
public class LoginConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LoginConfiguration.class);

    LoginConfiguration(ObjectProvider<Login> login) {
        if (login.getIfAvailable() == null) {
            LOG.info("Nobody can log in to the pages: spring.security.oauth2.client.registration names no provider");
        }
    }
}
