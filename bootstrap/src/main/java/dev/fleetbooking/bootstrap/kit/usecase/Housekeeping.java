package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Work that tidies up at intervals. No answer depends on it, and instances that do it at the same time wait for each other's rows
 * and find nothing left.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = Housekeeping.ENABLED, matchIfMissing = true)
public class Housekeeping {

    public static final String ENABLED = "fleet.housekeeping.enabled";
    public static final String INTERVAL = "${fleet.housekeeping.interval:PT1M}";

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Logs an outage without its trace, as it happens to all such work while the database is away; the next time comes soon. */
    public static void tidy(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
        }
    }
}
