package dev.fleetbooking.domain.kit.text;

import static dev.fleetbooking.domain.kit.text.Texts.assertCleanOrRefused;

import org.junit.jupiter.api.Test;

class TextPropertyTest {

    @Test
    void aNameIsCleanOrRefused() {
        assertCleanOrRefused(Name.MAX_LENGTH, given -> new Name(given).value());
    }

    @Test
    void aReasonIsCleanOrRefused() {
        assertCleanOrRefused(Reason.MAX_LENGTH, given -> new Reason(given).value());
    }

    @Test
    void anEmailAddressIsCleanOrRefused() {
        assertCleanOrRefused(EmailAddress.MAX_LENGTH, given -> new EmailAddress(given).value());
    }

    @Test
    void aPhoneNumberIsCleanOrRefused() {
        assertCleanOrRefused(PhoneNumber.MAX_LENGTH, given -> new PhoneNumber(given).value());
    }
}
