package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import io.charter.text.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One condition of a rule, or one constraint of it, and whether it holds.
 *
 * @param condition the condition of the rule; null where what the rule derives is not what is wanted
 * @param shown the condition as the rule has it, or the one constraint of it that fails
 * @param demands what the condition asks of the fact that it looks for, as far as it is known
 * @param candidates what it holds by; what comes nearest to meeting it, the nearest first; or what stands in its way
 * @param lacks what is missing, or null where nothing is
 * @param cost about how many changes of the scenario it would take; nothing where it holds, or where only what is below it counts
 * @param below of a derived fact that is wanted, what its rule finds; of one in the way, or of too few that are counted, what would
 *     change that
 */
public record Finding(
        Rule rule,
        Condition condition,
        String shown,
        Position at,
        Why why,
        List<Demand> demands,
        List<Candidate> candidates,
        Lack lacks,
        double cost,
        List<Finding> below) {

    /** By its place and kind: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return 31 * at.hashCode() + why.hashCode();
    }

    /** Whether a condition holds, and if not, in what way it fails. */
    public enum Why {
        HOLDS,
        /** A value is not as it would have to be. */
        VALUE,
        /** The fact happens only after the date asked about. */
        LATER,
        /** No such fact is stated. */
        MISSING,
        /** No such fact follows; what is found below says why not. */
        UNDERIVED,
        /** There is a fact that must not be. */
        IN_THE_WAY
    }

    /**
     * Facts that a condition was tried on.
     *
     * @param about the facts that the condition itself looked at
     * @param facts the facts of the scenario that the values compared rest on
     * @param compared the comparisons that fail; of an accumulate that holds, all of them
     */
    public record Candidate(List<Premise> about, List<Fact> facts, List<Compared> compared) {}

    /** A fact that is missing, with the values that it would need as far as they are known. */
    public record Lack(FactType type, Map<String, Object> values) {}

    public boolean holds() {
        return why == Why.HOLDS;
    }

    /** Whether it is worth telling: a condition that only asks for the date, or whether something is asked about, is not. */
    public boolean tells() {
        FactType type = condition == null ? null : condition.pattern().type();
        return type == null || !type.demand() && type.kind() != FactType.Kind.TODAY;
    }

    /** The facts of the scenario that it names, each once. */
    public List<Fact> facts() {
        Set<Fact> facts = new LinkedHashSet<>();
        candidates.forEach(candidate -> facts.addAll(candidate.facts()));
        return List.copyOf(facts);
    }

    /** This finding and those below it in their order, without those that only lead to others. */
    public Stream<Finding> all() {
        Stream<Finding> under = below.stream().flatMap(Finding::all);
        return why == Why.UNDERIVED && candidates.isEmpty() ? under : Stream.concat(Stream.of(this), under);
    }

    /** What has to come out otherwise for this to hold: this, or what is below it where a derived fact is wanted. */
    public Stream<Finding> needs() {
        return switch (why) {
            case HOLDS -> Stream.empty();
            case UNDERIVED -> below.stream().flatMap(Finding::needs);
            default -> Stream.of(this);
        };
    }

    /** The derived facts that are wanted here and farther down. */
    Stream<Finding> underived() {
        return why == Why.UNDERIVED
                ? Stream.concat(Stream.of(this), below.stream().flatMap(Finding::underived))
                : Stream.empty();
    }

    /** Findings with the same key would be changed by the same change. */
    public Object change() {
        if (lacks != null && (why != Why.VALUE || condition instanceof Condition.Accumulation)) {
            return List.of(lacks.type().name(), lacks.values());
        }
        List<Premise> about =
                candidates.stream().flatMap(c -> c.about().stream()).toList();
        if (why == Why.IN_THE_WAY) {
            return about;
        }
        List<Object> wanted = candidates.stream()
                .flatMap(c -> c.compared().stream())
                .<Object>map(Compared::right)
                .toList();
        return List.of(rule.name(), at, about, wanted);
    }

    /** Whether changes made already would also bring one more of what is counted too few. */
    boolean metBy(Set<Object> changes) {
        return changes.contains(change())
                || why == Why.VALUE
                        && below.stream()
                                .anyMatch(other ->
                                        other.needs().map(Finding::change).allMatch(changes::contains));
    }

    /** Whether both fail, on the same condition or constraint of the same rule. */
    private boolean alike(Finding other) {
        return !holds()
                && !other.holds()
                && at.equals(other.at)
                && rule.name().equals(other.rule.name())
                && (why == Why.UNDERIVED) == (other.why == Why.UNDERIVED);
    }

    /** This finding, with what others say of the same constraints. */
    Finding with(List<Finding> others) {
        List<Candidate> more = new ArrayList<>(candidates);
        Lack lack = lacks;
        for (Finding other : others) {
            if (alike(other)) {
                other.candidates.stream()
                        .filter(c -> more.stream().noneMatch(m -> m.facts().containsAll(c.facts())))
                        .forEach(more::add);
                lack = lack == null ? other.lacks : lack;
            }
        }
        return new Finding(
                rule,
                condition,
                shown,
                at,
                why,
                demands,
                more,
                lack,
                cost,
                below.stream().map(f -> f.with(others)).toList());
    }
}
