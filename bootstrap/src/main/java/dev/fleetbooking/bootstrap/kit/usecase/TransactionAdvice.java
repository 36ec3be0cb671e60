package dev.fleetbooking.bootstrap.kit.usecase;

import org.aopalliance.intercept.MethodInterceptor;

/** A bean of this type wraps every use case, inside its transaction. */
public interface TransactionAdvice extends MethodInterceptor {
}
