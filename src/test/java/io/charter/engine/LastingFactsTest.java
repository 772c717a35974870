package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.common.InternalFactHandle;
import org.junit.jupiter.api.Test;

class LastingFactsTest {

    /** Every fact has the same hash, whatever it says. */
    private record Alike(int number) {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    private record OfAnotherType(int number) {
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return true;
        }
    }

    private final LastingFacts facts = new LastingFacts();

    private InternalFactHandle add(Object fact) {
        InternalFactHandle handle = new DefaultFactHandle(1, fact);
        facts.add(handle, LastingFacts.hash(fact));
        return handle;
    }

    private InternalFactHandle get(Object fact) {
        return facts.get(fact, LastingFacts.hash(fact));
    }

    @Test
    void factsAreFoundByWhatTheySayHoweverManyThereAre() {
        List<InternalFactHandle> added = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(get(new Alike(i))).isNull();
            added.add(add(new Alike(i)));
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(get(new Alike(i))).isSameAs(added.get(i));
        }
    }

    @Test
    void factsOfTwoTypesAreNeverTheSame() {
        InternalFactHandle one = add(new Alike(1));
        assertThat(get(new OfAnotherType(1))).isNull();
        InternalFactHandle other = add(new OfAnotherType(1));
        assertThat(get(new Alike(1))).isSameAs(one);
        assertThat(get(new OfAnotherType(1))).isSameAs(other);
    }

    @Test
    void clearedItHoldsNothing() {
        add(new Alike(1));
        facts.clear();
        assertThat(get(new Alike(1))).isNull();
        InternalFactHandle again = add(new Alike(1));
        assertThat(get(new Alike(1))).isSameAs(again);
    }
}
