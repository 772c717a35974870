package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a rule derives beside the fact that is wanted. */
final class Conclusion {

    private final Search search;
    private final Rule rule;
    private final Goal goal;

    Conclusion(Search search, Rule rule, Goal goal) {
        this.search = search;
        this.rule = rule;
        this.goal = goal;
    }

    /** The frame in which the rule is begun: the variables that the fact wanted fixes. None where the rule derives something else. */
    List<Frame> start() {
        Frame start = Frame.EMPTY;
        List<Expression> values = rule.then().values();
        for (int i = 0; i < values.size(); i++) {
            String field = fields().get(i).name();
            if (!goal.fixed().containsKey(field)) {
                continue;
            }
            Object wanted = goal.fixed().get(field);
            if (values.get(i) instanceof Expression.Bound variable) {
                start = start.bind(variable.variable().name(), wanted, null);
            } else if (start.knows(values.get(i), null) && !Terms.same(start.value(values.get(i), null), wanted)) {
                return List.of();
            }
        }
        return List.of(asking(start));
    }

    /** What is asked of the fact wanted, asked of the variables that its values come from. */
    private Frame asking(Frame start) {
        Frame frame = start;
        for (Asked asked : goal.others()) {
            for (Field field : fields()) {
                if (value(field) instanceof Expression.Bound variable && asked.isAbout(field)) {
                    frame = frame.asking(
                            variable.variable().name(),
                            asked.handOn(field, variable.variable().name()));
                }
            }
        }
        return frame;
    }

    /** Whether what has been handed on to it from a fact wanted before may be so: where it is not, that one is told by itself. */
    boolean allows(Frame frame) {
        return goal.others().stream()
                .filter(Asked::handedOn)
                .noneMatch(asked -> asked.truth(head(frame)) == Frame.Truth.NO);
    }

    /** Asks of the fact that follows what is asked of the fact wanted; its fields are then bound by their names. */
    Frame end(Frame frame) {
        Row head = head(frame);
        Map<String, Object> values = head.values();
        Frame end = frame;
        for (Asked asked : goal.others()) {
            if (!asked.handedOn() && asked.truth(head) == Frame.Truth.NO) {
                end = Failure.of(search, rule, null, Compared.of(asked.constraint(), asked.frame(), head))
                        .from(asked.constraint(), side -> sources(side, asked.frame(), frame))
                        .in(end);
            }
        }
        for (Map.Entry<String, Object> wanted : goal.fixed().entrySet()) {
            Object value = values.get(wanted.getKey());
            if (values.containsKey(wanted.getKey()) && !Terms.same(value, wanted.getValue())) {
                Field field = rule.then().type().field(wanted.getKey()).orElseThrow();
                Compared miss = Compared.derived(
                        field, value, wanted.getValue(), rule.then().at());
                List<Frame.Source> own = frame.sources(value(field)).toList();
                end = Failure.of(search, rule, null, miss).from(own).in(end);
            }
        }
        for (Map.Entry<String, Object> value : values.entrySet()) {
            end = end.bind(value.getKey(), value.getValue(), null);
        }
        return end;
    }

    /** The fact that follows, as far as its values are known. */
    private Row head(Frame frame) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields().size(); i++) {
            Expression value = rule.then().values().get(i);
            if (frame.knows(value, null)) {
                values.put(fields().get(i).name(), frame.value(value, null));
            }
        }
        return new Row(rule.then().type(), values, null);
    }

    /** Where a side of what is asked of the fact comes from: from the frame that asks, and, through its fields, from the rule. */
    private Stream<Frame.Source> sources(Expression side, Frame asking, Frame frame) {
        Stream<Frame.Source> below = side instanceof Expression.FieldValue field
                ? frame.sources(value(field.field()))
                : side.parts().stream().flatMap(part -> sources(part, asking, frame));
        return side.parts().isEmpty() ? Stream.concat(asking.sources(side), below) : below;
    }

    /** What the rule writes into a field. */
    private Expression value(Field field) {
        return rule.then().values().get(fields().indexOf(field));
    }

    private List<Field> fields() {
        return rule.then().type().fields();
    }
}
