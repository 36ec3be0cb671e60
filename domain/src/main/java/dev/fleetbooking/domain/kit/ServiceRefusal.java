package dev.fleetbooking.domain.kit;

/**
 * What one service refuses besides {@link CommonRefusal}. Open, because a sealed type and its subtypes have to be in one package;
 * the service seals its own, and has one such type.
 */
public non-sealed interface ServiceRefusal extends Refusal {
}
