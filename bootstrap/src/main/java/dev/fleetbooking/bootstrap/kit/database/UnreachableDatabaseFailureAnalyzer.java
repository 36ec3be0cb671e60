package dev.fleetbooking.bootstrap.kit.database;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains why a configured database cannot be reached, in a sentence instead of a stack trace. */
final class UnreachableDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    UnreachableDatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var action = action(cause.getSQLState());
        var url = environment.getProperty("spring.datasource.url");
        if (action == null || url == null) {
            return null;
        }
        // The parameters of the URL may contain a password.
        var address = url.replaceFirst("\\?.*", "");
        return new FailureAnalysis("The database at " + address + " cannot be used: " + cause.getMessage(), action, cause);
    }

    /** By class of SQLSTATE, see https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static String action(String sqlState) {
        return switch (sqlState == null ? "" : sqlState.substring(0, 2)) {
            case "08" -> "Start PostgreSQL there or correct spring.datasource.url; without it, an embedded PostgreSQL is used.";
            case "28" -> "Correct spring.datasource.username and spring.datasource.password.";
            case "3D" -> "Create that database or correct spring.datasource.url.";
            default -> null;
        };
    }
}
