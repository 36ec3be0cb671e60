package dev.fleetbooking.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypeTest {

    /** The API and stored events use these names. */
    @Test
    void theTypesHaveTheseNamesAndNoOther() {
        assertThat(EventType.values()).extracting(EventType::label).containsExactly(
                "BookingMade", "BookingHeld", "BookingConfirmed", "BookingExpired", "BookingCancelled", "BookingRescheduled",
                "BookingDisplaced", "BookingCorrected", "CarHandedOver", "CarReturned", "BookingNoShow",
                "MaintenancePlanned", "MaintenanceMoved", "MaintenanceStarted", "MaintenanceCompleted",
                "MaintenanceCancelled", "CarAdded", "CarChanged");
    }
}
