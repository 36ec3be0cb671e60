package dev.fleetbooking.application.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.kit.Violation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches the refusals of calls that must be refused. */
public final class Refusals {

    private Refusals() {
    }

    /** The refusal of the call, which must be of this type. */
    public static <R extends Refusal> R refusal(Class<R> type, ThrowingCallable call) {
        var refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("the call is refused").isNotNull();
        assertThat(refused.refusal()).isInstanceOf(type);
        return type.cast(refused.refusal());
    }

    /** The fields that the call is refused for as invalid, in their order. */
    public static List<String> invalidFields(ThrowingCallable call) {
        return refusal(CommonRefusal.ValidationFailed.class, call).violations().stream().map(Violation::field).toList();
    }
}
