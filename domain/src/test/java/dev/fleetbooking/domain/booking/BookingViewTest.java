package dev.fleetbooking.domain.booking;

import static dev.fleetbooking.domain.Fixtures.booking;
import static dev.fleetbooking.domain.kit.KitFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingViewTest {

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, false, false, 7",
        "CONFIRMED, false, true, 7-risk",
        "ACTIVE, true, false, 7-overdue",
        "HELD, false, true, 7-risk"
    })
    void theRevisionIsTheVersionAndTheFieldsThatDependOnTime(
            BookingStatus status, boolean overdue, boolean atRisk, String revision) {
        assertThat(new BookingView(booking(status), overdue, atRisk).revision()).isEqualTo(new Revision(revision));
    }

    @Test
    void theRevisionChangesWhenAHoldLapsesAndNotWhenTheLapseIsStored() {
        var held = booking(BookingStatus.HELD);
        var lapsed = held.asOf(at("08:15"));
        var writtenDown = new Booking(
                held.id(), held.carId(), held.dealerId(), held.owner(), held.customer(), held.period(),
                held.turnaround(), held.timeZone(), held.price(), lapsed.progress(), held.createdAt(), held.version() + 1);

        assertThat(revision(lapsed)).isEqualTo(new Revision("expired")).isNotEqualTo(revision(held));
        assertThat(revision(writtenDown)).isEqualTo(revision(lapsed));
    }

    private static Revision revision(Booking booking) {
        return new BookingView(booking, false, false).revision();
    }
}
