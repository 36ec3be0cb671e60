package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import java.util.function.IntSupplier;
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

    /**
     * Repeats work until it says that nothing was left to do. An outage is logged without its trace, as it happens to all such
     * work while the database is away; the next time comes soon.
     */
    public static void tidy(IntSupplier work) {
        try {
            while (work.getAsInt() > 0) {
                // There may be more.
            }
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
        }
    }
}
