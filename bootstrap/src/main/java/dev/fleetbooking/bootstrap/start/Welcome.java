package dev.fleetbooking.bootstrap.start;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs at the end of the start what to try next. */
@Component
record Welcome(Environment environment, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void sayWhatToTry(ApplicationReadyEvent ready) {
        var root = "http://%s:%s".formatted(
                environment.getProperty("server.address", "127.0.0.1"), environment.getProperty("local.server.port"));
        var beans = ready.getApplicationContext();
        var callersNeedTokens = beans.containsBean("springSecurityFilterChain");
        // Both may be left out. A browser sends no token by itself, so pages then need the login.
        var pages = beans.containsBean("timelineController")
                && (!callersNeedTokens || beans.containsBean("clientRegistrationRepository"))
                ? "Open " + root + "/ in a browser. "
                : "";
        var token = callersNeedTokens ? "-H \"Authorization: Bearer $CUSTOMER\" " : "";
        var tomorrow = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
        LOG.info("""
                Ready. {}The API is described at {}/docs

                Which cars are free for three days from tomorrow, and for how much?
                curl {}'{}/api/v1/availability?from={}&to={}'
                """, pages, root, token, root, tomorrow, tomorrow.plus(Duration.ofDays(3)));
    }
}
