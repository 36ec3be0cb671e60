package dev.fleetbooking.bootstrap.kit.metrics;

import dev.fleetbooking.bootstrap.kit.usecase.UseCaseAdvice;
import dev.fleetbooking.domain.kit.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the calls of use cases by outcome: {@code ok}, or the name of the refusal or failure. */
@Component
record UseCaseMetrics(ObjectProvider<MeterRegistry> meters) implements UseCaseAdvice {

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        try {
            var result = call.proceed();
            count(call, "ok");
            return result;
        } catch (RuntimeException failure) {
            var outcome = failure instanceof RefusedException refused ? refused.refusal() : failure;
            count(call, outcome.getClass().getSimpleName());
            throw failure;
        }
    }

    private void count(MethodInvocation call, String outcome) {
        var useCase = call.getMethod().getDeclaringClass().getSimpleName();
        meters.getObject().counter("fleet.use.case.calls", "use.case", useCase, "outcome", outcome).increment();
    }
}
