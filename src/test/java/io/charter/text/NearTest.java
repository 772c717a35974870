package io.charter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearTest {

    @Test
    void theNearestNameIsProposed() {
        assertThat(Near.hint("invitaton", List.of("Invitation", "InvitationWithdrawal")))
                .isEqualTo("; did you mean \"Invitation\"?");
        assertThat(Near.hint("KZA", List.of("KAZ", "ZAF", "USA"))).isEqualTo("; did you mean \"KAZ\"?");
    }

    @Test
    void nothingIsProposedWhereNothingIsNear() {
        assertThat(Near.hint("contribution", List.of("Vote", "Meeting"))).isEmpty();
        assertThat(Near.hint("x", List.of())).isEmpty();
    }

    @Test
    void swappedNeighboursAreOneChange() {
        assertThat(Near.distance("KZA", "KAZ")).isEqualTo(1);
        assertThat(Near.distance("abc", "ABC")).isZero();
        assertThat(Near.distance("", "abc")).isEqualTo(3);
    }
}
