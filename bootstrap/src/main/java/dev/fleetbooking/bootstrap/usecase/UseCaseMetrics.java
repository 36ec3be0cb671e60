package dev.fleetbooking.bootstrap.usecase;

import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;

/** Counts the calls of use cases by what came of them: {@code ok}, or the refusal or the failure by its name. */
record UseCaseMetrics(ObjectProvider<MeterRegistry> meters) implements MethodInterceptor {

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        try {
            var result = call.proceed();
            count(call, "ok");
            return result;
        } catch (RefusedException refused) {
            count(call, refused.refusal().getClass().getSimpleName());
            if (refused.refusal() instanceof FleetRefusal.CarUnavailable unavailable) {
                unavailable.reasons().forEach(reason ->
                        meters.getObject().counter("fleet.car.unavailable", "reason", reason.name()).increment());
            }
            throw refused;
        } catch (RuntimeException failure) {
            count(call, failure.getClass().getSimpleName());
            throw failure;
        }
    }

    private void count(MethodInvocation call, String outcome) {
        var useCase = call.getMethod().getDeclaringClass().getSimpleName();
        meters.getObject().counter("fleet.use.case.calls", "use.case", useCase, "outcome", outcome).increment();
    }
}
