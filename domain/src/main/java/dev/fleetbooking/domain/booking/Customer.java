package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import java.util.Optional;

/** Who a booking is for. */
public record Customer(Name name, EmailAddress email, Optional<PhoneNumber> phone) {
}
