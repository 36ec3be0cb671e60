package dev.fleetbooking.rest.problem;

import dev.fleetbooking.domain.RoomReservationRefusal;
import dev.fleetbooking.domain.kit.ServiceRefusal;
import dev.fleetbooking.rest.kit.problem.Problem;
import dev.fleetbooking.rest.kit.problem.ProblemCatalog;
import dev.fleetbooking.rest.kit.problem.ServiceProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Translates each refusal of this service to its problem. */
@Configuration(proxyBeanMethods = false)
class RoomReservationProblems implements ServiceProblems {

    @Bean
    static ProblemCatalog roomReservationProblemCatalog() {
        return new ProblemCatalog(List.of(RoomReservationProblem.values()));
    }

    /** All service refusals here are of this family; the switch covers all of those. */
    @Override
    public Problem of(HttpServletRequest request, ServiceRefusal refusal) {
        return switch ((RoomReservationRefusal) refusal) {
            case RoomReservationRefusal.MeetingRoomUnavailable unavailable -> Problem.of(
                    request, RoomReservationProblem.MEETING_ROOM_UNAVAILABLE, MeetingRoomUnavailable.of(unavailable));
        };
    }
}
