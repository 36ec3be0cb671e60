package dev.fleetbooking.application.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** The last line of each failure of these tests: what to do about it, and which document says how. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(WhatToDo.Extension.class)
public @interface WhatToDo {

    String value();

    /** Adds the line. */
    final class Extension implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            if (failure instanceof TestAbortedException) {
                throw failure;
            }
            throw explained(failure, AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), WhatToDo.class)
                    .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WhatToDo.class)));
        }

        private static Throwable explained(Throwable failure, Optional<WhatToDo> what) {
            var isAssertion = failure instanceof AssertionError;
            var message = isAssertion ? failure.getMessage() : failure.toString();
            var explained = new AssertionError(
                    message + "\nWhat to do: " + what.orElseThrow().value(), isAssertion ? failure.getCause() : failure);
            explained.setStackTrace(failure.getStackTrace());
            return explained;
        }
    }
}
