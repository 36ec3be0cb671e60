package dev.fleetbooking.application.access;

import static dev.fleetbooking.application.kit.Refusals.refusal;

import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentCallerTest {

    /** Else the answer would tell whether the id exists. */
    @Test
    void aCallerWithoutARoleIsForbiddenToAskForWhatDoesNotExist() {
        CurrentCaller nobody = () -> {
            throw new CommonRefusal.Forbidden().asException();
        };

        refusal(CommonRefusal.Forbidden.class, () -> nobody.known(Optional.<Dealer>empty(), Dealer::id, "dealer", new UUID(0, 1)));
    }
}
