package dev.fleetbooking.postgres.history;

import static dev.fleetbooking.application.kit.TestTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.EventRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresEventRepositoryIT extends EventRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    protected TestStore newStore() {
        return adapters;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE event SET type = 'CANCELLED'", "DELETE FROM event"})
    void anEventIsNeitherChangedNorRemoved(String sql) {
        var event = made(givenRoomReservation(givenMeetingRoom(), hours(1, 2)));
        append(event);

        assertThatThrownBy(() -> adapters.jdbc().sql(sql).update()).hasMessageContaining("events are only added");

        assertThat(history(event)).containsExactly(event);
    }
}
