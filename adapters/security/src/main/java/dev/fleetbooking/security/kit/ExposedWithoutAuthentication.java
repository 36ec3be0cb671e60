package dev.fleetbooking.security.kit;

import java.net.InetAddress;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** The service would listen for other machines, and nobody would have to authenticate. */
final class ExposedWithoutAuthentication extends RuntimeException {

    /** What an operator sets who has another authentication in front of the service. */
    static final String OPEN = "fleet.security.open";

    private ExposedWithoutAuthentication(String address) {
        super("The service would listen on %s, and everybody who reaches it could do everything.".formatted(address));
    }

    /** Ends the start before anything else is done. */
    static final class Guard implements BeanFactoryPostProcessor, EnvironmentAware {

        private Environment environment;

        @Override
        public void setEnvironment(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            var address = Binder.get(environment).bind("server.address", InetAddress.class);
            var isLocal = address.isBound() && address.get().isLoopbackAddress();
            if (!isLocal && !AuthenticationConfigured.in(environment) && !environment.getProperty(OPEN, Boolean.class, false)) {
                throw new ExposedWithoutAuthentication(
                        address.isBound() ? address.get().getHostAddress() : "all addresses of this machine");
            }
        }
    }

    /** Explains the failure in a sentence. */
    static final class Analyzer extends AbstractFailureAnalyzer<ExposedWithoutAuthentication> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, ExposedWithoutAuthentication cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set spring.security.oauth2.resourceserver.jwt.issuer-uri (or jwk-set-uri or public-key-location), so that"
                            + " callers need a token; or set server.address to 127.0.0.1; or set " + OPEN + " to true if"
                            + " something in front of the service decides who may use it.",
                    cause);
        }
    }
}
