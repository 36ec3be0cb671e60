package dev.fleetbooking.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param dealerClaim the claim with the id of the dealer that staff works for */
@ConfigurationProperties("fleet.security")
record StaffProperties(@DefaultValue("dealer_id") String dealerClaim) {
}
