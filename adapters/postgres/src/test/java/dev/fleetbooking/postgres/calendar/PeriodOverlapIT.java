package dev.fleetbooking.postgres.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.calendar.Period;
import dev.fleetbooking.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PeriodOverlapIT {

    private static final Instant ORIGIN = Instant.parse("2027-03-28T00:00:00Z");

    private static JdbcClient jdbc;

    @BeforeContainer
    static void connect() {
        var database = TestDatabase.createDatabase();
        jdbc = JdbcClient.create(
                new SingleConnectionDataSource(database.jdbcUrl(), database.username(), database.password(), true));
    }

    record Pair(Period one, Period other) {
    }

    @Property(tries = 20)
    void agreesWithTheOperatorOfTheExclusionConstraint(@ForAll("manyPairs") List<Pair> pairs) {
        var sql = """
                SELECT tstzrange(to_timestamp(start), to_timestamp("end"))
                    && tstzrange(to_timestamp(other_start), to_timestamp(other_end))
                FROM unnest(:starts, :ends, :otherStarts, :otherEnds)
                    WITH ORDINALITY AS pair (start, "end", other_start, other_end, position)
                ORDER BY position
                """;
        var inPostgres = jdbc.sql(sql)
                .param("starts", seconds(pairs, pair -> pair.one().start()))
                .param("ends", seconds(pairs, pair -> pair.one().end()))
                .param("otherStarts", seconds(pairs, pair -> pair.other().start()))
                .param("otherEnds", seconds(pairs, pair -> pair.other().end()))
                .query(Boolean.class)
                .list();

        assertThat(pairs.stream().map(pair -> pair.one().overlaps(pair.other())).toList()).isEqualTo(inPostgres);
    }

    /** Many at once, because the way to the database costs more than the comparison. */
    @Provide
    Arbitrary<List<Pair>> manyPairs() {
        return Combinators.combine(periods(), periods()).as(Pair::new).list().ofSize(500);
    }

    /** So few and so short that many of them touch or are equal. */
    private static Arbitrary<Period> periods() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.integers().between(1, 6))
                .as((start, length) -> new Period(minute(start), minute(start + length)));
    }

    private static Instant minute(int minute) {
        return ORIGIN.plus(Duration.ofMinutes(minute));
    }

    private static Long[] seconds(List<Pair> pairs, Function<Pair, Instant> instant) {
        return pairs.stream().map(instant).map(Instant::getEpochSecond).toArray(Long[]::new);
    }
}
