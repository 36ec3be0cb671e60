package dev.fleetbooking.application.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the implementation of a driving port. The composition root finds these classes, injects their driven ports and makes
 * each call one transaction; the application depends on neither.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** Whether a call changes nothing. */
    boolean readOnly() default false;
}
