package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.Revision;

/**
 * A booking as its readers see it at one instant.
 *
 * @param booking a lapsed hold is expired here
 * @param overdue the car should be back but is not
 * @param atRisk  the car is overdue from another use and may not be back in time for this booking
 */
public record BookingView(Booking booking, boolean overdue, boolean atRisk) {

    /** Identifies this state: the version, and the fields that depend on the time. */
    public Revision revision() {
        if (booking.status() == BookingStatus.EXPIRED) {
            // A final state. Its version only shows whether the lapse is stored.
            return new Revision("expired");
        }
        return new Revision(booking.version() + (overdue ? "-overdue" : "") + (atRisk ? "-risk" : ""));
    }
}
