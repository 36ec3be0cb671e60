package dev.fleetbooking.rest.kit.problem;

import dev.fleetbooking.domain.kit.ServiceRefusal;
import jakarta.servlet.http.HttpServletRequest;

/** Translates the refusals of one service to problems. The service provides a bean. */
public interface ServiceProblems {

    /** The problem that explains the refusal. */
    Problem of(HttpServletRequest request, ServiceRefusal refusal);
}
