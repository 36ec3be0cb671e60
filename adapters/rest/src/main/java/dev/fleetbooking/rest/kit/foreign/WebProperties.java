package dev.fleetbooking.rest.kit.foreign;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param allowedHosts names of this service besides those of the loopback address; their ports do not matter */
@ConfigurationProperties("fleet.web")
record WebProperties(@DefaultValue Set<String> allowedHosts) {
}
