package dev.fleetbooking.domain.kit;

/**
 * Identifies one state of an aggregate as its readers see it: two reads that differ in anything but the time of reading
 * have different revisions. Becomes the strong entity tag of the REST API (RFC 9110, section 8.8.3).
 *
 * @param value ASCII letters, digits and hyphens
 */
public record Revision(String value) {
}
