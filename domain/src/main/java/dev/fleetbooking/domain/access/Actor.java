package dev.fleetbooking.domain.access;

/** Who did something, and in which role. */
public record Actor(AccountId account, Role role) {
}
