package dev.fleetbooking.postgres.history;

import static dev.fleetbooking.postgres.kit.SqlValues.instant;
import static dev.fleetbooking.postgres.kit.SqlValues.text;
import static dev.fleetbooking.postgres.kit.SqlValues.utc;

import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.domain.access.Actor;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.AccountId;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.postgres.kit.LockQueues;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL, because events are only added and listed: there is nothing that Hibernate could keep track of. */
@Component
record PostgresEventRepository(JdbcClient jdbc, LockQueues queues) implements EventRepository {

    private static final String COLUMNS = """
            type, occurred_at, subject_kind, subject_id, dealer_id, actor, actor_role, before_status, before_car_id,
            before_starts_at, before_ends_at, before_daily_price, before_total, before_currency, before_category, before_reason,
            after_status, after_car_id, after_starts_at, after_ends_at, after_daily_price, after_total, after_currency,
            after_category, after_reason
            """;
    private static final String APPEND = "INSERT INTO event (%s) VALUES (?%s)".formatted(COLUMNS, ", ?".repeat(24));
    private static final String FIND =
            "SELECT sequence, " + COLUMNS + " FROM event WHERE %s sequence > :sequence ORDER BY sequence LIMIT :limit";

    @Override
    public void append(Event event) {
        var subject = event.subject();
        var own = Arrays.<Object>asList(
                event.type().name(), utc(event.occurredAt()), subject.kind().name(), subject.id(), subject.dealerId().value(),
                text(event.by().map(by -> by.account().value())), text(event.by().map(by -> by.role().name())));
        var values = Stream.of(own, values(event.before()), values(Optional.of(event.after()))).flatMap(List::stream).toList();
        jdbc.sql(APPEND).params(values).update();
    }

    /**
     * Readers number the events, one reader at a time: a reader sees committed events only, so an event that is committed later
     * gets a higher number than all events that anybody has seen. Writers never wait for this, because they only insert.
     */
    @Override
    public List<Sequenced> findAfter(long sequence, Optional<UUID> subject, Caller caller, int limit) {
        var lock = jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('event.sequence'))").query(Integer.class);
        // A separate statement: the next one must see the numbers that were assigned while this one waited.
        queues.join(EventRepository.class, lock::single);
        // In the database, because it numbers the events of all dealers, whoever reads.
        jdbc.sql("SELECT number_events()").query(Long.class).single();
        var dealer = caller.onlyDealer();
        var filters = (subject.isPresent() ? "subject_id = :subject AND " : "")
                + (dealer.isPresent() ? "dealer_id = :dealer AND" : "");
        var find = jdbc.sql(FIND.formatted(filters)).param("sequence", sequence).param("limit", limit);
        subject.ifPresent(id -> find.param("subject", id));
        dealer.ifPresent(id -> find.param("dealer", id.value()));
        return find.query(PostgresEventRepository::sequenced).list();
    }

    /** In the order of the columns. */
    private static List<Object> values(Optional<Facts> facts) {
        return Arrays.asList(
                text(facts.map(Facts::status)),
                facts.flatMap(Facts::carId).map(CarId::value).orElse(null),
                utc(facts.flatMap(Facts::period).map(Period::start)),
                utc(facts.flatMap(Facts::period).map(Period::end)),
                facts.flatMap(Facts::dailyPrice).map(Money::amount).orElse(null),
                facts.flatMap(Facts::total).map(Money::amount).orElse(null),
                text(facts.flatMap(Facts::dailyPrice).map(price -> price.currency().getCurrencyCode())),
                text(facts.flatMap(Facts::category).map(Category::value)),
                text(facts.flatMap(Facts::reason).map(Reason::value)));
    }

    private static Sequenced sequenced(ResultSet row, int rowNumber) throws SQLException {
        var subject = new Subject(
                Subject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject_id", UUID.class),
                new DealerId(row.getObject("dealer_id", UUID.class)));
        var role = row.getString("actor_role");
        return new Sequenced(row.getLong("sequence"), new Event(
                EventType.valueOf(row.getString("type")), instant(row, "occurred_at"), subject,
                Optional.ofNullable(row.getString("actor")).map(by -> new Actor(new AccountId(by), Role.valueOf(role))),
                row.getString("before_status") == null ? Optional.empty() : Optional.of(facts(row, "before_")),
                facts(row, "after_")));
    }

    private static Facts facts(ResultSet row, String prefix) throws SQLException {
        var start = instant(row, prefix + "starts_at");
        var end = instant(row, prefix + "ends_at");
        var currency = row.getString(prefix + "currency");
        return new Facts(
                row.getString(prefix + "status"),
                Optional.ofNullable(row.getObject(prefix + "car_id", UUID.class)).map(CarId::new),
                Optional.ofNullable(start).map(present -> new Period(present, end)),
                money(row.getBigDecimal(prefix + "daily_price"), currency),
                money(row.getBigDecimal(prefix + "total"), currency),
                Optional.ofNullable(row.getString(prefix + "category")).map(Category::new),
                Optional.ofNullable(row.getString(prefix + "reason")).map(Reason::new));
    }

    /** @param currency of both amounts of the facts */
    private static Optional<Money> money(BigDecimal amount, String currency) {
        return Optional.ofNullable(amount).map(present -> new Money(present, Currency.getInstance(currency)));
    }
}
