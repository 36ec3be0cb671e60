package dev.fleetbooking.bootstrap.kit.usecase;

import org.aopalliance.intercept.MethodInterceptor;

/** A bean of this type wraps every use case, outside its transaction. */
public interface UseCaseAdvice extends MethodInterceptor {
}
