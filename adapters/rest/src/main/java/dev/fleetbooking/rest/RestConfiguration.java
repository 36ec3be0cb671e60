package dev.fleetbooking.rest;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The REST adapter: everything below this package. Needs a bean for each driving port. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:dev/fleetbooking/rest/rest.properties")
public class RestConfiguration {
}
