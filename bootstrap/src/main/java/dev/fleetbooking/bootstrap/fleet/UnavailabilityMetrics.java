package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.bootstrap.kit.usecase.UseCaseAdvice;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the reasons why requested cars were not available. */
@Component
record UnavailabilityMetrics(ObjectProvider<MeterRegistry> meters) implements UseCaseAdvice {

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (RefusedException refused) {
            if (refused.refusal() instanceof FleetRefusal.CarUnavailable unavailable) {
                unavailable.reasons().forEach(reason ->
                        meters.getObject().counter("fleet.car.unavailable", "reason", reason.name()).increment());
            }
            throw refused;
        }
    }
}
