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
 * Periodic clean-up work. No answer depends on it. If instances do it at the same time, they wait for each other's rows and then
 * find nothing left to do. Without this configuration no method that is {@code @Scheduled} runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "fleet.housekeeping.enabled", matchIfMissing = true)
public class Housekeeping {

    public static final String INTERVAL = "${fleet.housekeeping.interval:PT1M}";

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /**
     * Repeats the work until nothing is left to do. While the database is unavailable, the failure is logged without its stack
     * trace, because all such work fails then; the next attempt follows soon.
     */
    public static void tidy(IntSupplier work) {
        try {
            while (work.getAsInt() > 0) {
                // There may be more work.
            }
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
        }
    }
}
