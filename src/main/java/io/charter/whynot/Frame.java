package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a way through the conditions of a rule has come: what its variables stand for as far as that is known, what was found
 * of each condition, and how much is wanting (the distance). A frame does not change; each step makes a new one.
 */
final class Frame {

    static final Frame EMPTY = new Frame(Map.of(), Map.of(), Map.of(), List.of(), Set.of(), 0);

    private final Map<String, Object> bound;
    private final Map<String, Source> sources;
    private final Map<String, List<Asked>> asked;
    private final List<Finding> findings;
    private final Set<Object> changes;
    private final double distance;

    /**
     * Where the value of a variable comes from.
     *
     * @param counted the pattern whose facts were counted, or null
     */
    record Source(List<Premise> premises, Pattern counted, Frame at) {}

    enum Truth {
        YES,
        NO,
        UNKNOWN
    }

    private Frame(
            Map<String, Object> bound,
            Map<String, Source> sources,
            Map<String, List<Asked>> asked,
            List<Finding> findings,
            Set<Object> changes,
            double distance) {
        this.bound = bound;
        this.sources = sources;
        this.asked = asked;
        this.findings = findings;
        this.changes = changes;
        this.distance = distance;
    }

    double distance() {
        return distance;
    }

    List<Finding> findings() {
        return findings;
    }

    Frame bind(String variable, Object value, Source source) {
        Map<String, Object> more = new HashMap<>(bound);
        more.put(variable, value);
        Map<String, Source> from = sources;
        if (source != null) {
            from = new HashMap<>(sources);
            from.put(variable, source);
        }
        return new Frame(more, from, asked, findings, changes, distance);
    }

    /** This frame where something is asked of a variable by the fact wanted, whose field gets its value. */
    Frame asking(String variable, Asked more) {
        Map<String, List<Asked>> all = new HashMap<>(asked);
        all.merge(variable, List.of(more), Frame::joined);
        return new Frame(bound, sources, all, findings, changes, distance);
    }

    private static List<Asked> joined(List<Asked> some, List<Asked> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What is asked of a variable by the fact wanted. */
    List<Asked> asked(String variable) {
        return asked.getOrDefault(variable, List.of());
    }

    /** Whether a variable of which something is asked that cannot be so is bound. */
    boolean isRefused() {
        return asked.entrySet().stream()
                .anyMatch(each -> knows(each.getKey())
                        && each.getValue().stream().anyMatch(a -> a.truth(value(each.getKey())) == Truth.NO));
    }

    /** This frame with more findings; what is changed by a change that an earlier finding needs makes it no farther. */
    Frame found(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        Set<Object> needed = changes;
        double far = distance;
        for (Finding finding : (Iterable<Finding>) more.stream().flatMap(Finding::needs)::iterator) {
            if (!finding.metBy(needed)) {
                needed = new HashSet<>(needed);
                needed.add(finding.change());
                far += finding.cost();
            }
        }
        return new Frame(bound, sources, asked, all, needed, far);
    }

    /** This frame with what was found on the way from it to another, but not with what the variables came to stand for there. */
    Frame learning(Frame from) {
        return found(from.findings.subList(findings.size(), from.findings.size()));
    }

    boolean knows(String variable) {
        return bound.containsKey(variable);
    }

    /** Whether the value of every variable that a pattern does not bind itself is known, so that it can be said whether it holds. */
    boolean knowsAllOf(Pattern pattern) {
        return pattern.constraints().stream()
                .flatMap(Constraint::variables)
                .map(bound -> bound.variable().name())
                .allMatch(name -> knows(name)
                        || pattern.bindings().stream()
                                .anyMatch(b -> b.variable().name().equals(name)));
    }

    Object value(String variable) {
        return bound.get(variable);
    }

    /** Whether the value of an expression is known. */
    boolean knows(Expression expression, Row self) {
        if (expression instanceof Expression.FieldValue field) {
            return self != null
                    && (self.premise() != null
                            || self.values().containsKey(field.field().name()));
        }
        if (expression instanceof Expression.Bound variable) {
            return knows(variable.variable().name());
        }
        if (expression instanceof Expression.Self) {
            return self != null && self.premise() != null;
        }
        return expression.parts().stream().allMatch(part -> knows(part, self) && value(part, self) != null);
    }

    Object value(Expression expression, Row self) {
        return Terms.value(expression, self, bound);
    }

    Truth truth(Constraint constraint, Row self) {
        return expressions(constraint).allMatch(e -> knows(e, self))
                ? Terms.holds(constraint, self, bound) ? Truth.YES : Truth.NO
                : Truth.UNKNOWN;
    }

    /** Where the values of the variables in a constraint come from. */
    List<Source> sources(Constraint constraint) {
        return expressions(constraint).flatMap(this::sources).distinct().toList();
    }

    Stream<Source> sources(Expression expression) {
        return expression instanceof Expression.Bound variable
                ? Stream.ofNullable(sources.get(variable.variable().name()))
                : expression.parts().stream().flatMap(this::sources);
    }

    /** Where the values come from that a pattern takes over from other conditions. */
    Stream<Source> sources(Pattern pattern) {
        return Stream.concat(
                        pattern.bindings().stream()
                                .map(binding -> sources.get(binding.variable().name()))
                                .filter(Objects::nonNull),
                        pattern.constraints().stream().flatMap(constraint -> sources(constraint).stream()))
                .distinct();
    }

    /** A constraint with the values of its variables, as far as they are known. */
    String shown(Constraint constraint) {
        StringBuilder shown = new StringBuilder(constraint.toString());
        expressions(constraint).forEach(e -> shown.append('|').append(knows(e, null) ? value(e, null) : "?"));
        return shown.toString();
    }

    static Stream<Expression> expressions(Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right());
        }
        Constraint.Choice choice = (Constraint.Choice) constraint;
        return Stream.concat(Stream.of(choice.value()), choice.choices().stream());
    }
}
