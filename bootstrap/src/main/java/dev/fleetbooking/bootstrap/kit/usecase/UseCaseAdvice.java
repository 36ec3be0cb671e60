package dev.fleetbooking.bootstrap.kit.usecase;

import org.aopalliance.intercept.MethodInterceptor;

/** A bean of this type is put around every use case, outside its transaction. */
public interface UseCaseAdvice extends MethodInterceptor {
}
