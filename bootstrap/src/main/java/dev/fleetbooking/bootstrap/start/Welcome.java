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
        var token = ready.getApplicationContext().containsBean("springSecurityFilterChain")
                ? "-H \"Authorization: Bearer $CUSTOMER\" "
                : "";
        var tomorrow = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
        LOG.info("""
                Ready. Open {}/ in a browser; the API is described at {}/docs

                Which cars are free for three days from tomorrow, and for how much?
                curl {}'{}/api/v1/availability?from={}&to={}'
                """, root, root, token, root, tomorrow, tomorrow.plus(Duration.ofDays(3)));
    }
}
