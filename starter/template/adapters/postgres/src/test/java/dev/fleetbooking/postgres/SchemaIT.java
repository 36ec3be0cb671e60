package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fleetbooking.postgres.kit.PostgresFailures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL itself refuses rows that break a rule, whoever writes them. */
class SchemaIT {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @BeforeEach
    void addAMeetingRoom() {
        adapters.jdbc().sql("INSERT INTO meeting_room (id, name, version) VALUES (gen_random_uuid(), 'North', 0)").update();
    }

    @Test
    void confirmedPeriodsOfOneMeetingRoomDoNotOverlap() {
        insert("2027-03-01T09:00Z", "2027-03-01T11:00Z", "CONFIRMED", "Ada");
        insert("2027-03-01T10:00Z", "2027-03-01T12:00Z", "CANCELLED", "Ada");
        insert("2027-03-01T11:00Z", "2027-03-01T12:00Z", "CONFIRMED", "Ada");

        assertRefused("room_reservation_no_overlap", "2027-03-01T10:59Z", "2027-03-01T11:00Z", "CONFIRMED", "Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "room_reservation_period_order, 2027-03-01T10:00Z, 2027-03-01T10:00Z, CONFIRMED, Ada",
        "room_reservation_period_minutes, 2027-03-01T10:00Z, infinity, CONFIRMED, Ada",
        "room_reservation_period_minutes, -infinity, 2027-03-01T10:00Z, CONFIRMED, Ada",
        "room_reservation_period_minutes, 2027-03-01T10:00:01Z, 2027-03-01T11:00Z, CONFIRMED, Ada",
        "room_reservation_status_known, 2027-03-01T10:00Z, 2027-03-01T11:00Z, HELD, Ada",
        "room_reservation_customer_length, 2027-03-01T10:00Z, 2027-03-01T11:00Z, CONFIRMED, ''"})
    void aRowThatBreaksARuleIsRefused(String constraint, String start, String end, String status, String customer) {
        assertRefused(constraint, start, end, status, customer);
    }

    private void assertRefused(String constraint, String start, String end, String status, String customer) {
        var failure = catchThrowable(() -> insert(start, end, status, customer));

        assertThat(failure).isNotNull().matches(refused -> PostgresFailures.violates(refused, constraint), constraint);
    }

    private void insert(String start, String end, String status, String customer) {
        adapters.jdbc().sql("""
                        INSERT INTO room_reservation (id, meeting_room_id, customer, starts_at, ends_at, status, version)
                        SELECT gen_random_uuid(), id, :customer, :start::timestamptz, :end::timestamptz, :status, 0 FROM meeting_room
                        """)
                .param("customer", customer).param("start", start).param("end", end).param("status", status)
                .update();
    }
}
