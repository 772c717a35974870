package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A look at one fact, or at one that is only supposed (without a premise), through a pattern: what the variables become, and which
 * constraints it misses.
 *
 * @param frame the frame with the pattern's variables bound
 * @param misses the constraints that do not hold; those of which something is unknown are not among them
 */
record Look(Row row, Frame frame, List<Compared> misses) {

    static Look at(Row row, Pattern pattern, Frame before) {
        Frame frame = before;
        List<Compared> misses = new ArrayList<>();
        Frame.Source source =
                new Frame.Source(row.premise() == null ? List.of() : List.of(row.premise()), null, before);
        if (pattern.variable() != null && row.premise() != null) {
            frame = frame.bind(pattern.variable().name(), row, source);
        }
        for (Pattern.Binding binding : pattern.bindings()) {
            String name = binding.variable().name();
            boolean hypothetical = row.premise() == null
                    && !row.values().containsKey(binding.field().name());
            if (hypothetical) {
                continue;
            }
            Object value = row.value(binding.field());
            if (frame.knows(name) && !Terms.same(frame.value(name), value)) {
                misses.add(Compared.bound(binding, value, frame.value(name), pattern.at()));
            } else if (!frame.knows(name)) {
                frame = frame.bind(name, value, source);
            }
        }
        for (Constraint constraint : pattern.constraints()) {
            if (frame.truth(constraint, row) == Frame.Truth.NO) {
                misses.add(Compared.of(constraint, frame, row));
            }
        }
        return new Look(row, frame, misses);
    }

    /** How far the fact is from the pattern. */
    double distance() {
        return misses.stream().mapToDouble(Compared::cost).sum();
    }

    /** Whether the fact would meet the pattern on another day. */
    boolean missesItsDayAlone() {
        return misses.size() == 1
                && misses.get(0).origin() != null
                && misses.get(0).origin().event();
    }
}
