package dev.fleetbooking.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The pages for people: everything below this package. Needs a bean for each driving port that they use, and a clock. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:dev/fleetbooking/web/web.properties")
public class WebConfiguration {
}
