package dev.fleetbooking.ical;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The iCalendar adapter: everything below this package. Needs a bean for each driving port. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class IcalConfiguration {
}
