package io.charter.reference;

import io.charter.rulebook.model.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the variables of a rule stand for while its conditions are matched, and where each value comes from. */
public final class Bindings {

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Counted> counted = new HashMap<>();

    /** What an accumulate gathered. */
    public record Counted(Condition.Accumulation accumulation, List<Row> rows) {}

    void bind(String variable, Object value, Row row) {
        values.put(variable, value);
        rows.put(variable, row);
    }

    void bind(String variable, Object value, Counted from) {
        values.put(variable, value);
        counted.put(variable, from);
    }

    /** The values of the variables bound so far, by their names; a variable that stands for a fact has its row. */
    public Map<String, Object> values() {
        return values;
    }

    /** The fact to a field of which a variable is bound, or null. */
    public Row row(String variable) {
        return rows.get(variable);
    }

    /** What was gathered for a variable that an accumulate gave, or null. */
    public Counted counted(String variable) {
        return counted.get(variable);
    }
}
