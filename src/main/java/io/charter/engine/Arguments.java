package io.charter.engine;

import java.util.ArrayList;
import java.util.List;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.core.reteoo.TupleImpl;

/** What the conclusion of one rule takes from a match: constants, and what its variables stand for. */
final class Arguments {

    private final Object[] constants;

    /** The variable whose fact was matched last comes first. */
    private final List<Variable> variables = new ArrayList<>();

    /**
     * A variable.
     *
     * @param place where its value goes
     * @param fact where its fact stands in a match
     */
    private record Variable(int place, int fact, ReadAccessor field) {}

    /** @param constants what is not to be read, at its place; not to be changed afterwards */
    Arguments(Object[] constants) {
        this.constants = constants;
    }

    /** Has the value of a variable go to a place. */
    void read(int place, Declaration variable) {
        variables.add(new Variable(place, variable.getTupleIndex(), variable.getExtractor()));
        variables.sort((one, other) -> Integer.compare(other.fact, one.fact));
    }

    /** The values in a match, in a new array. */
    Object[] in(TupleImpl match, ScenarioSession session) {
        Object[] values = constants.clone();
        TupleImpl at = match;
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            while (at.getIndex() != variable.fact) {
                at = at.getParent();
            }
            values[variable.place] =
                    variable.field.getValue(session, at.getFactHandle().getObject());
        }
        return values;
    }
}
