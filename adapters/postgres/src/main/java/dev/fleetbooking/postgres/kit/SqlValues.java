package dev.fleetbooking.postgres.kit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;

/** Values as parameters and columns of SQL. */
public final class SqlValues {

    private SqlValues() {
    }

    /**
     * A text as a parameter, or NULL. It has a type even then: the driver takes a NULL without type for another type than text,
     * and prepares the statement again whenever the type of a parameter changes.
     */
    public static SqlParameterValue text(Optional<String> text) {
        return new SqlParameterValue(Types.VARCHAR, text.orElse(null));
    }

    /** An instant as a parameter. JDBC has none (JDBC 4.3, appendix B). */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An instant as a parameter, or null. */
    public static OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(SqlValues::utc).orElse(null);
    }

    /** The instant in this column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
