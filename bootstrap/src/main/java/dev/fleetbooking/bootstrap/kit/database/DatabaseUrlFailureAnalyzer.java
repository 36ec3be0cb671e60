package dev.fleetbooking.bootstrap.kit.database;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Explains an invalid database URL, such as the {@code postgres://} of hosting providers, in a sentence. */
final class DatabaseUrlFailureAnalyzer extends AbstractFailureAnalyzer<BeanCreationException> {

    private final Environment environment;

    DatabaseUrlFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    /** Applies to any failure, because such a URL is always its cause. The URL is not printed, as it may contain a password. */
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BeanCreationException cause) {
        var url = environment.getProperty("spring.datasource.url");
        if (!StringUtils.hasText(url) || url.startsWith("jdbc:postgresql:")) {
            return null;
        }
        return new FailureAnalysis(
                "The value of spring.datasource.url is not the JDBC URL of a PostgreSQL database.",
                "Give it the form jdbc:postgresql://host:port/database, and user and password in"
                        + " spring.datasource.username and spring.datasource.password.",
                cause);
    }
}
