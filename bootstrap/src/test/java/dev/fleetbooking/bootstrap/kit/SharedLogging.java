package dev.fleetbooking.bootstrap.kit;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/**
 * The logging of services that run beside each other in one JVM: it stays as the first of them configured it. Without it
 * the end of one service would make the start of the next configure it again, which drops the messages of all others meanwhile.
 * It is only active in tests that Failsafe runs, for which {@code bootstrap/pom.xml} names it.
 */
public final class SharedLogging extends LogbackLoggingSystem {

    public SharedLogging(ClassLoader classLoader) {
        super(classLoader);
    }

    @Override
    public void beforeInitialize() {
        synchronized (SharedLogging.class) {
            super.beforeInitialize();
        }
    }

    /** Of two services that start at once, the second would configure the log too, or leave a filter that silences it for good. */
    @Override
    public void initialize(LoggingInitializationContext context, String configuration, LogFile file) {
        synchronized (SharedLogging.class) {
            super.initialize(context, configuration, file);
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList().clear();
        }
    }

    @Override
    public void cleanUp() {
        // See above.
    }
}
