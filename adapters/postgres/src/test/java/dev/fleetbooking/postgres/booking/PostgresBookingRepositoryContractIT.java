package dev.fleetbooking.postgres.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.booking.BookingRepositoryContract;
import dev.fleetbooking.postgres.PostgresAdapters;
import org.junit.jupiter.api.Test;

class PostgresBookingRepositoryContractIT extends BookingRepositoryContract {

    private final PostgresAdapters adapters = new PostgresAdapters();

    @Override
    protected TestStore newStore() {
        return adapters;
    }

    /** The entity and the INSERT each have a list of the columns. */
    @Test
    void noColumnIsForgottenWhenABookingIsAdded() {
        givenBookingsThatTogetherHaveEverything();

        assertThat(adapters.jdbc().sql("""
                        SELECT name FROM booking, jsonb_each(to_jsonb(booking)) field (name, value)
                        GROUP BY name HAVING bool_and(value = 'null')
                        """)
                .query(String.class).list()).isEmpty();
    }
}
