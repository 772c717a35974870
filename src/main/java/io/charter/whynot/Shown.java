package io.charter.whynot;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Pattern;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions as a rule has them. */
final class Shown {

    private Shown() {}

    static String of(Pattern pattern) {
        String constraints = Stream.concat(
                        pattern.bindings().stream()
                                .map(b ->
                                        b.variable().name() + " : " + b.field().name()),
                        pattern.constraints().stream().map(Object::toString))
                .collect(Collectors.joining(", "));
        String variable = pattern.variable() == null ? "" : pattern.variable().name() + " : ";
        return variable + pattern.type().name() + (constraints.isEmpty() ? "()" : "( " + constraints + " )");
    }

    static String of(Condition condition) {
        if (condition instanceof Condition.Absent) {
            return "not " + of(condition.pattern());
        }
        if (condition instanceof Condition.Present) {
            return "exists " + of(condition.pattern());
        }
        if (condition instanceof Condition.Accumulation accumulation) {
            return "accumulate( " + of(condition.pattern()) + "; "
                    + accumulation.result().name() + " : "
                    + accumulation.function().name().toLowerCase(Locale.ROOT) + "("
                    + (accumulation.argument() == null ? "" : " " + accumulation.argument() + " ") + ")"
                    + (accumulation.constraints().isEmpty()
                            ? ""
                            : "; "
                                    + accumulation.constraints().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")))
                    + " )";
        }
        return of(condition.pattern());
    }
}
