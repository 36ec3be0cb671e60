package dev.fleetbooking.web.roomreservation;

import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Refused;
import dev.fleetbooking.web.kit.Texts;
import java.util.List;

/** Says what was refused and why; broken rules are said at the fields of the form. */
record Refusals(Texts texts, Form form) {

    /** What the page shows; what a form cannot mend stays an exception. */
    Refused of(Refusal refusal) {
        return switch (refusal) {
            case CommonRefusal.ValidationFailed(var violations) -> {
                form.refuse(violations.stream().map(Refusals::inForm).toList());
                yield new Refused(texts.message("refused.invalid"), List.of(), List.of());
            }
            case CommonRefusal common -> throw common.asException();
            case ServiceRefusal own -> of((RoomReservationRefusal) own);
        };
    }

    private Refused of(RoomReservationRefusal refusal) {
        return switch (refusal) {
            case RoomReservationRefusal.MeetingRoomUnavailable(var conflicts) -> new Refused(
                    texts.message("refused.unavailable"),
                    conflicts.stream().map(period -> texts.span(period.start(), period.end())).toList(), List.of());
        };
    }

    /** The search calls the times differently. */
    private static Violation inForm(Violation violation) {
        return switch (violation.field()) {
            case "from" -> new Violation("start", violation.message());
            case "to" -> new Violation("end", violation.message());
            default -> violation;
        };
    }
}
