package dev.fleetbooking.postgres.calendar;

import static dev.fleetbooking.domain.kit.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.domain.kit.Property.Generator;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Execution(CONCURRENT)
@ResourceLock("PeriodOverlapIT")
class PeriodOverlapIT {

    private static final Instant ORIGIN = Instant.parse("2027-03-28T00:00:00Z");

    private static JdbcClient jdbc;

    @BeforeAll
    static void connect() {
        var database = TestDatabase.createDatabase();
        jdbc = JdbcClient.create(
                new SingleConnectionDataSource(database.jdbcUrl(), database.username(), database.password(), true));
    }

    record Pair(Period one, Period other) {
    }

    /** Few and short, so that many of them are adjacent or equal. */
    private static final Generator<Period> PERIODS = choices -> {
        var start = choices.between(0, 12);
        return new Period(minute(start), minute(start + choices.between(1, 6)));
    };

    /** Many in one statement, because a round trip takes longer than the comparison. */
    private static final Generator<List<Pair>> MANY_PAIRS =
            choices -> choices.listOf(500, 500, some -> new Pair(PERIODS.from(some), PERIODS.from(some)));

    @Test
    void agreesWithTheOperatorOfTheExclusionConstraint() {
        forAll(20, MANY_PAIRS, PeriodOverlapIT::assertThatPostgresAgrees);
    }

    private static void assertThatPostgresAgrees(List<Pair> pairs) {
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

    private static Instant minute(int minute) {
        return ORIGIN.plus(Duration.ofMinutes(minute));
    }

    private static Long[] seconds(List<Pair> pairs, Function<Pair, Instant> instant) {
        return pairs.stream().map(instant).map(Instant::getEpochSecond).toArray(Long[]::new);
    }
}
