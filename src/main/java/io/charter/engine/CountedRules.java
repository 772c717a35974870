package io.charter.engine;

import io.charter.rulebook.compile.RewrittenRules;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.drools.model.constraints.AbstractSingleConstraint;

/** Makes the compiled rules of an edition again with every constraint counted. */
final class CountedRules extends RewrittenRules {

    private final List<Tally> tallies = new ArrayList<>();

    CountedRules(Edition edition) {
        super(edition);
    }

    /** All constraints that have been met, in their order. */
    List<Tally> tallies() {
        return Collections.unmodifiableList(tallies);
    }

    @Override
    protected AbstractSingleConstraint constraint(AbstractSingleConstraint compiled, Rule rule, Constraint written) {
        Tally tally = written == null
                ? new Tally(rule.name(), compiled.predicateInformation().getStringConstraint(), rule.at())
                : new Tally(rule.name(), written.toString(), written.at());
        tallies.add(tally);
        return new CountedConstraint(compiled, tally);
    }
}
