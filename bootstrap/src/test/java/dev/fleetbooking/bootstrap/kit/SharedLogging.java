package dev.fleetbooking.bootstrap.kit;

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
    public void cleanUp() {
        // See above.
    }
}
