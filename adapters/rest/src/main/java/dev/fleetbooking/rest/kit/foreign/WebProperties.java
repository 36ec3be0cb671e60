package dev.fleetbooking.rest.kit.foreign;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param allowedHosts host names of this service besides those of the loopback address, without ports */
@ConfigurationProperties("fleet.web")
record WebProperties(@DefaultValue Set<String> allowedHosts) {
}
