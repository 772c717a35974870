package io.charter.rulebook.compile;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** What loads the compilers is itself a rule that compiles; a fault in it would pass unseen, and save nothing. */
class WarmUpTest {

    @Test
    void itsRuleCompiles() {
        assertThatCode(WarmUp::compile).doesNotThrowAnyException();
    }
}
