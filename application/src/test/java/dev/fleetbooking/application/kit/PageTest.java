package dev.fleetbooking.application.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void oneMoreItemThanAskedForMeansThatMoreFollow() {
        assertThat(Page.of(List.of("a", "b", "c"), 2)).isEqualTo(new Page<>(List.of("a", "b"), true));
    }

    @Test
    void asManyItemsAsAskedForAreTheLastOnes() {
        assertThat(Page.of(List.of("a", "b"), 2)).isEqualTo(new Page<>(List.of("a", "b"), false));
    }

    @Test
    void aPageMayBeEmpty() {
        assertThat(Page.of(List.of(), 2)).isEqualTo(new Page<>(List.of(), false));
    }
}
