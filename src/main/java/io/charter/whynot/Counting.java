package io.charter.whynot;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** The way through an accumulate: what it gives, and whether that is as it has to be. */
final class Counting {

    private final Search search;

    Counting(Search search) {
        this.search = search;
    }

    List<Frame> through(Rule rule, Condition.Accumulation accumulation, Frame frame, int depth) {
        Tally tally = Tally.of(accumulation, search.rows(accumulation.pattern().type()), frame);
        if (tally.result() == null) {
            return search.presence().of(rule, accumulation, frame, depth).stream()
                    .map(frame::learning)
                    .toList();
        }
        Frame.Source source = new Frame.Source(tally.premises(), accumulation.pattern(), frame);
        Frame bound = frame.bind(accumulation.result().name(), tally.result(), source);
        Frame end = bound;
        List<Compared> compared = new ArrayList<>();
        for (Constraint constraint : accumulation.constraints()) {
            if (bound.truth(constraint, null) == Frame.Truth.NO) {
                end = Failure.of(search, rule, accumulation, Compared.of(constraint, bound, null))
                        .from(constraint, bound::sources)
                        .in(end);
            } else if (bound.truth(constraint, null) == Frame.Truth.YES) {
                compared.add(Compared.of(constraint, bound, null));
            }
        }
        if (end == bound && frame.knowsAllOf(accumulation.pattern())) {
            Finding.Candidate by =
                    new Finding.Candidate(tally.premises(), search.grounds().of(tally.premises()), compared);
            end = bound.found(List.of(Presence.holds(rule, accumulation, frame, List.of(by))));
        }
        return List.of(end);
    }
}
