package dev.fleetbooking.domain.kit;

/**
 * The refusals of one service, besides {@link CommonRefusal}. Not sealed, because a sealed type and its subtypes have to be in
 * one package; the service has one subtype, which is sealed.
 */
public non-sealed interface ServiceRefusal extends Refusal {
}
