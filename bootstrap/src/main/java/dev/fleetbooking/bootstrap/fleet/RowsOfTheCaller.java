package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.bootstrap.kit.usecase.TransactionAdvice;
import dev.fleetbooking.postgres.access.RowLevelSecurity;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.stereotype.Component;

/** Tells the database on whose behalf a use case runs. */
@Component
record RowsOfTheCaller(CurrentCaller callers, RowLevelSecurity rows) implements TransactionAdvice {

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        rows.apply(callers.get(), call.getThis().getClass().getAnnotation(UseCase.class).readOnly());
        return call.proceed();
    }
}
