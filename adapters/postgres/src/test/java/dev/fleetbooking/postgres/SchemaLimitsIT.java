package dev.fleetbooking.postgres;

import static dev.fleetbooking.postgres.TestTables.quoted;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.domain.kit.money.Money;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;

/** The limits and lists in the schema are those of the domain. */
@Execution(CONCURRENT)
@ResourceLock("SchemaLimitsIT")
class SchemaLimitsIT {

    private static TestTables tables;
    private static UUID car;

    @BeforeAll
    static void createTables() {
        tables = TestTables.create();
        car = tables.car(tables.dealer(Map.of()), Map.of());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("dealer", "name", Name.MAX_LENGTH),
                Arguments.of("car", "registration_plate", RegistrationPlate.MAX_LENGTH),
                Arguments.of("car", "make", Name.MAX_LENGTH),
                Arguments.of("car", "model", Name.MAX_LENGTH),
                Arguments.of("booking", "customer_name", Name.MAX_LENGTH),
                Arguments.of("booking", "customer_email", EmailAddress.MAX_LENGTH),
                Arguments.of("booking", "customer_phone", PhoneNumber.MAX_LENGTH),
                Arguments.of("booking", "cancellation_reason", Reason.MAX_LENGTH),
                Arguments.of("maintenance_window", "reason", Reason.MAX_LENGTH));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextHasAMinimumAndAMaximumOfCodePoints(String table, String column, int maxLength) {
        accepts(table, column, quoted("🚗"));
        accepts(table, column, quoted("🚗".repeat(maxLength)));
        refuses(table, column, quoted(""));
        refuses(table, column, quoted("🚗".repeat(maxLength + 1)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsInNormalForm(String table, String column, int maxLength) {
        accepts(table, column, quoted("\u00c4"));
        refuses(table, column, quoted("A\u0308"));
        refuses(table, column, quoted("A\u00a0"));
        refuses(table, column, quoted("\u3000A"));
        refuses(table, column, quoted("A\tB"));
        refuses(table, column, quoted("A\u202eB"));
    }

    static Stream<Arguments> lowerBounds() {
        return Stream.of(
                Arguments.of("dealer", "turnaround_minutes", 0),
                Arguments.of("booking", "turnaround_minutes", 0),
                Arguments.of("car", "model_year", ModelYear.EARLIEST),
                Arguments.of("car", "daily_price", 0));
    }

    @ParameterizedTest
    @MethodSource("lowerBounds")
    void aNumberHasALowerBound(String table, String column, int least) {
        accepts(table, column, "%d".formatted(least));
        refuses(table, column, "%d".formatted(least - 1));
    }

    static Stream<Arguments> upperBounds() {
        return Stream.of(
                Arguments.of("dealer", "turnaround_minutes", Turnaround.MAX_MINUTES),
                Arguments.of("booking", "turnaround_minutes", Turnaround.MAX_MINUTES));
    }

    @ParameterizedTest
    @MethodSource("upperBounds")
    void aNumberHasAnUpperBound(String table, String column, int greatest) {
        accepts(table, column, "%d".formatted(greatest));
        refuses(table, column, "%d".formatted(greatest + 1));
    }

    @Test
    void aDailyPriceHasTheDigitsThatCallersMayAskForAndTheDecimalsOfEveryCurrency() {
        accepts("car", "daily_price", "9".repeat(Money.MAX_INTEGER_DIGITS) + ".9999");
        refuses("car", "daily_price", "1" + "0".repeat(Money.MAX_INTEGER_DIGITS));
    }

    @Test
    void aCategoryMatchesThePatternOfTheDomain() {
        assertThat(definition("car_category_pattern")).contains("'^%s$'".formatted(Category.PATTERN));
    }

    @Test
    void theStatusesAndKindsAreThoseOfTheDomain() {
        assertThat(literals("car_status_known")).isEqualTo(names(CarStatus.values()));
        assertThat(literals("booking_status_known")).isEqualTo(names(BookingStatus.values()));
        assertThat(literals("maintenance_window_status_known")).isEqualTo(names(MaintenanceStatus.values()));
        assertThat(literals("car_occupancy_kind_known")).isEqualTo(names(Occupancy.Kind.values()));
        assertThat(literals("event_type_known")).isEqualTo(names(EventType.values()));
        assertThat(literals("event_subject_kind_known")).isEqualTo(names(Subject.Kind.values()));
        assertThat(literals("event_actor_role_known")).isEqualTo(names(Role.values()));
    }

    @ParameterizedTest
    @EnumSource
    void aBookingRequiresAnOccupancyWhileItIsLiveAndMayKeepItOnceItIsCompleted(BookingStatus status) {
        tables.rollBack(() -> {
            tables.booking(car, Map.of(
                    "status", quoted(status),
                    "hold_expires_at", status == BookingStatus.HELD ? "'2027-01-01T00:15Z'" : "NULL"));
            assertThat(requiresOccupancy("booking")).isEqualTo(status.isLive());
            assertThat(allowsOccupancy("booking")).isEqualTo(status.isLive() || status == BookingStatus.COMPLETED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aWindowRequiresAnOccupancyWhileItIsLiveAndMayKeepItOnceItIsCompleted(MaintenanceStatus status) {
        tables.rollBack(() -> {
            tables.maintenanceWindow(car, Map.of("status", quoted(status)));
            var isLive = !MaintenanceLifeCycle.TABLE.isTerminal(status);
            assertThat(requiresOccupancy("maintenance_window")).isEqualTo(isLive);
            assertThat(allowsOccupancy("maintenance_window")).isEqualTo(isLive || status == MaintenanceStatus.COMPLETED);
        });
    }

    private static void accepts(String table, String column, String value) {
        assertThatCode(() -> tables.rollBack(() -> insert(table, column, value))).doesNotThrowAnyException();
    }

    private static void refuses(String table, String column, String value) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> tables.rollBack(() -> insert(table, column, value)));
    }

    private static void insert(String table, String column, String value) {
        var columns = Map.of(column, value);
        switch (table) {
            case "dealer" -> tables.dealer(columns);
            case "car" -> tables.car(tables.dealer(Map.of()), columns);
            case "booking" -> tables.booking(car, columns);
            case "maintenance_window" -> tables.maintenanceWindow(car, columns);
            default -> throw new IllegalArgumentException(table);
        }
    }

    private static boolean requiresOccupancy(String table) {
        return single("SELECT required_occupancy_id IS NOT NULL FROM " + table, Boolean.class);
    }

    private static boolean allowsOccupancy(String table) {
        return single("SELECT in_use IS NOT NULL FROM " + table, Boolean.class);
    }

    private static String definition(String constraint) {
        return single("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = " + quoted(constraint), String.class);
    }

    private static <T> T single(String sql, Class<T> type) {
        return tables.jdbc().sql(sql).query(type).single();
    }

    private static Set<String> literals(String constraint) {
        return Pattern.compile("'([^']*)'").matcher(definition(constraint)).results()
                .map(literal -> literal.group(1))
                .collect(toSet());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(toSet());
    }
}
