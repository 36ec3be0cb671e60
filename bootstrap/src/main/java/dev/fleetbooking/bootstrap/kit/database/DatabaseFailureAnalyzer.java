package dev.fleetbooking.bootstrap.kit.database;

import java.sql.SQLException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Explains in a sentence, instead of a stack trace, why the database cannot be used at the start. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<BeanCreationException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, BeanCreationException cause) {
        var url = environment.getProperty("spring.datasource.url");
        if (findCause(failure, EmbeddedDatabaseException.class) instanceof EmbeddedDatabaseException embedded) {
            return new FailureAnalysis(embedded.getMessage(), embedded.action(), embedded);
        }
        if (!StringUtils.hasText(url)) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            // Such as the postgres:// of hosting providers. Always the cause. Not printed, as it may contain a password.
            return new FailureAnalysis(
                    "The value of spring.datasource.url is not the JDBC URL of a PostgreSQL database.",
                    "Give it the form jdbc:postgresql://host:port/database, and user and password in"
                            + " spring.datasource.username and spring.datasource.password.",
                    cause);
        }
        return findCause(failure, SQLException.class) instanceof SQLException refused ? unreachable(url, refused) : null;
    }

    /** By class of SQLSTATE, see https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static FailureAnalysis unreachable(String url, SQLException refused) {
        var action = switch (refused.getSQLState() == null ? "" : refused.getSQLState().substring(0, 2)) {
            case "08" -> "Start PostgreSQL there or correct spring.datasource.url; without it, an embedded PostgreSQL is used.";
            case "28" -> "Correct spring.datasource.username and spring.datasource.password.";
            case "3D" -> "Create that database or correct spring.datasource.url.";
            default -> null;
        };
        // The parameters of the URL may contain a password.
        var address = url.replaceFirst("\\?.*", "");
        return action == null ? null : new FailureAnalysis(
                "The database at " + address + " cannot be used: " + refused.getMessage(), action, refused);
    }
}
