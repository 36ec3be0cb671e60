package dev.fleetbooking.application.booking;

import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.kit.Violations;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import java.util.Optional;

/** The customer data in a command. */
public record CustomerInput(String name, String email, Optional<String> phone) {

    /**
     * Checks the parts and notes each broken rule under its field. The customer is usable after
     * {@link Violations#refuseIfAny()}.
     */
    Customer check(Violations violations, String field) {
        var checkedName = violations.check(field + ".name", () -> new Name(name));
        var checkedEmail = violations.check(field + ".email", () -> new EmailAddress(email));
        var checkedPhone = violations.check(field + ".phone", () -> phone.map(PhoneNumber::new));
        return new Customer(checkedName, checkedEmail, checkedPhone);
    }
}
