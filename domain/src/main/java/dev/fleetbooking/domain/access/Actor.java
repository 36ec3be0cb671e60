package dev.fleetbooking.domain.access;

import dev.fleetbooking.domain.kit.AccountId;

/** Who did something, and in which role. */
public record Actor(AccountId account, Role role) {
}
