package dev.fleetbooking.application.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class behind a driving port. The composition root finds these classes, gives them their driven ports and
 * makes each call one transaction; the application knows nothing of either.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** Whether a call changes nothing. */
    boolean readOnly() default false;
}
