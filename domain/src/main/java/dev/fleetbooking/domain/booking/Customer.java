package dev.fleetbooking.domain.booking;

import dev.fleetbooking.domain.text.Name;
import java.util.Optional;

/** Who a booking is for. */
public record Customer(Name name, EmailAddress email, Optional<PhoneNumber> phone) {
}
