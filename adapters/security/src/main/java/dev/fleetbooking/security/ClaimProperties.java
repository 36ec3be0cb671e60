package dev.fleetbooking.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names of claims.
 *
 * @param rolesClaim  an array of strings; unknown ones are ignored
 * @param dealerClaim the id of the dealer that staff works for
 */
@ConfigurationProperties("fleet.security")
record ClaimProperties(@DefaultValue("roles") String rolesClaim, @DefaultValue("dealer_id") String dealerClaim) {
}
