package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.Revision;

/**
 * A booking as its readers see it at one instant.
 *
 * @param booking a hold whose time has passed is expired here
 * @param overdue the car should be back but is not
 * @param atRisk  the car is overdue from somebody else and may not be back in time for this one
 */
public record BookingView(Booking booking, boolean overdue, boolean atRisk) {

    /** Names this state: the version, and what changes with time alone. */
    public Revision revision() {
        if (booking.status() == BookingStatus.EXPIRED) {
            // The last state of all. Its version only tells whether somebody has written the lapse down.
            return new Revision("expired");
        }
        return new Revision(booking.version() + (overdue ? "-overdue" : "") + (atRisk ? "-risk" : ""));
    }
}
