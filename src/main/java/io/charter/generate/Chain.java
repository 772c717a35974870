package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States facts from which a rule may follow: for each of its conditions a fact that meets it, or, of what rules derive, facts from
 * which it may follow in turn. It looks at no more than the conditions one by one, so what really follows is for the engines.
 */
final class Chain {

    private static final int MOST_STEPS = 300;
    private static final int MOST_FACTS = 90;
    private static final int TRIES = 6;
    private static final int ATTEMPTS = 6;
    private static final int RULES_TRIED = 3;
    private static final int LENIENT = 8;
    private static final int EARLIEST = 6;

    private final Model model;
    private final Chance chance;
    private final Days days;
    private final Values values;
    private final Draft draft;
    private final Statements statements;
    private final Others others;
    private Constraint missed;
    private int steps;

    Chain(Model model, Chance chance, Days days, Values values, Draft draft) {
        this.model = model;
        this.chance = chance;
        this.days = days;
        this.values = values;
        this.draft = draft;
        this.statements = new Statements(model.edition(), chance, values, draft);
        this.others = new Others(draft, values);
    }

    /** States facts for a rule; where one of its constraints is named, so that this one does not hold. */
    void follow(Rule rule, Constraint but) {
        missed = but;
        Draft.Mark before = draft.mark();
        for (int i = 1; i <= ATTEMPTS; i++) {
            steps = MOST_STEPS;
            if (derive(rule, Map.of(), 0) != null) {
                return;
            }
            if (i < ATTEMPTS) {
                draft.back(before);
            }
        }
    }

    private Map<String, Object> derive(Rule rule, Map<String, Object> wanted, int depth) {
        if (steps-- <= 0 || draft.size() > MOST_FACTS) {
            return null;
        }
        Map<String, Object> bound = Conclusion.settled(rule, wanted);
        Map<Pattern, Map<String, Object>> met = new LinkedHashMap<>();
        Map<String, Set<Object>> apart = new HashMap<>();
        for (Condition condition : inTurn(rule)) {
            Pattern pattern = condition.pattern();
            if (condition instanceof Condition.Accumulation accumulation) {
                Set<Object> from = apart.computeIfAbsent(pattern.type().name(), k -> new HashSet<>());
                Wishes counted = wishes(pattern, bound);
                boolean enough = new Count(accumulation, bound, missed, chance)
                        .gather(
                                () -> draft.of(pattern.type()).stream()
                                        .filter(counted::allow)
                                        .toList(),
                                with -> others.besides(from, () -> meet(pattern, with, depth, true)));
                if (!enough && strict()) {
                    return null;
                }
            } else if (condition instanceof Condition.Absent) {
                if (!leaves(pattern, bound, depth)) {
                    return null;
                }
            } else {
                Map<String, Object> fact = meet(Mirror.of(pattern, met, missed), bound, depth, false);
                if (fact == null) {
                    return null;
                }
                met.put(pattern, fact);
                bind(pattern, fact, bound);
            }
        }
        return draft.follows(rule.then().type(), Conclusion.of(rule, bound));
    }

    /** Whether what is asked to be absent may be so; now and then it is stated, and where the aim lies there, about something else. */
    private boolean leaves(Pattern pattern, Map<String, Object> bound, int depth) {
        if (depth == 0 && missed != null && pattern.constraints().contains(missed)) {
            steps = MOST_STEPS;
            Map<String, Object> other = others.besides(
                    new HashSet<>(bound.values()), () -> meet(pattern, new HashMap<>(bound), depth, true));
            return other != null || !strict();
        }
        if (chance.oneIn(depth == 0 ? 2 : 30)) {
            meet(pattern, new HashMap<>(bound), depth, true);
            return true;
        }
        return draft.of(pattern.type()).stream().noneMatch(wishes(pattern, bound)::match) || !strict();
    }

    /** The conditions as written, or those that ask for a fact first, in any order. */
    private List<Condition> inTurn(Rule rule) {
        if (!chance.oneIn(3)) {
            return rule.when();
        }
        List<Condition> inTurn = new ArrayList<>();
        chance.shuffled(rule.when()).stream().filter(Chain::asksForFact).forEach(inTurn::add);
        rule.when().stream().filter(condition -> !asksForFact(condition)).forEach(inTurn::add);
        return inTurn;
    }

    private static boolean asksForFact(Condition condition) {
        return condition instanceof Condition.Match || condition instanceof Condition.Present;
    }

    private static void bind(Pattern pattern, Map<String, Object> fact, Map<String, Object> bound) {
        for (Pattern.Binding binding : pattern.bindings()) {
            bound.put(binding.variable().name(), fact.get(binding.field().name()));
        }
        if (pattern.variable() != null) {
            bound.put(pattern.variable().name(), fact);
        }
    }

    private Wishes wishes(Pattern pattern, Map<String, Object> bound) {
        return new Wishes(pattern, bound, missed, values, chance);
    }

    /** A fact that a pattern matches: one that is there, or a new one; null where none comes about. */
    private Map<String, Object> meet(Pattern pattern, Map<String, Object> bound, int depth, boolean anew) {
        Wishes wishes = wishes(pattern, bound);
        FactType type = pattern.type();
        days.lean(early(type, depth));
        if (type.kind() == FactType.Kind.TODAY) {
            Map<String, Object> today = Map.of(type.fields().get(0).name(), days.asOf());
            return wishes.allow(today) || !strict() ? today : null;
        }
        Field open = Others.open(pattern, bound);
        boolean another = others.isAsked(open);
        List<Map<String, Object>> there = draft.of(type).stream()
                .filter(wishes::allow)
                .filter(fact -> !another || others.isFree(fact.get(open.name())))
                .toList();
        boolean derived = type.kind() == FactType.Kind.DERIVED;
        if (!there.isEmpty() && !anew && !chance.oneIn(anewOneIn(open, depth))) {
            return used(there.get(0), pattern, open);
        }
        Map<String, Object> wished = wishes.fields();
        if (!wishes.allow(wished) && strict()) {
            return null;
        }
        if (open != null && (anew || another) && (!derived || !open.named().isEmpty())) {
            others.name(type, open).ifPresent(value -> wished.putIfAbsent(open.name(), value));
        }
        Map<String, Object> fact = derived ? derived(type, wishes, wished, depth) : stated(type, wishes, wished);
        return fact == null ? there.stream().findFirst().orElse(null) : used(fact, pattern, open);
    }

    /** What much else rests on, and what lies deep, mostly happened early. */
    private int early(FactType type, int depth) {
        return type.kind() == FactType.Kind.DERIVED
                ? 1 + EARLIEST * model.carried(type) / 100
                : 1 + Math.min(EARLIEST, depth) / 2;
    }

    /** Whether to give up what cannot be as it is wished; now and then it is stated none the less. */
    private boolean strict() {
        return !chance.oneIn(LENIENT);
    }

    /** How often there is to be another fact where there is one: rarely, where they would be about the same. */
    private static int anewOneIn(Field open, int depth) {
        if (open == null) {
            return 80;
        }
        return depth <= 1 ? 2 : depth <= 4 ? 4 : 12;
    }

    private Map<String, Object> used(Map<String, Object> fact, Pattern pattern, Field open) {
        draft.use(fact);
        pattern.bindings().forEach(binding -> draft.settle(fact, binding.field().name()));
        if (others.isAsked(open)) {
            others.take(fact.get(open.name()));
        }
        return fact;
    }

    private Map<String, Object> derived(FactType type, Wishes wishes, Map<String, Object> wanted, int depth) {
        if (type.answers() != null && !type.answers().anyQuestion() && !chance.oneIn(80)) {
            Map<String, Object> answer = answer(type, wanted);
            if (answer != null) {
                return wishes.allow(answer) || !strict() ? answer : null;
            }
        }
        List<Rule> rules = model.rulesOf(type).stream()
                .filter(rule -> Conclusion.allows(rule, wanted) && !contradicts(rule))
                .toList();
        List<Rule> inTurn = new ArrayList<>(chance.shuffled(rules));
        if (!rules.isEmpty() && !chance.oneIn(depth == 0 ? 2 : 3)) {
            inTurn.add(0, rules.get(0));
        }
        Map<String, Object> fact = null;
        for (Rule rule : inTurn.subList(0, Math.min(RULES_TRIED, inTurn.size()))) {
            fact = derive(rule, wanted, depth + 1);
            if (fact != null && wishes.allow(fact)) {
                return fact;
            }
        }
        return strict() ? null : fact;
    }

    /** Whether a rule asks for an answer to a question asked of every scenario that has been answered otherwise. */
    private boolean contradicts(Rule rule) {
        return rule.when().stream()
                .filter(condition -> !(condition instanceof Condition.Absent))
                .map(condition -> condition.pattern().type())
                .anyMatch(type -> draft.of(type).isEmpty()
                        && model.otherAnswers(type).stream()
                                .anyMatch(other -> !draft.of(other).isEmpty()));
    }

    /** The answer that is there already to the question that facts of the type answer: no subject has two. */
    private Map<String, Object> answer(FactType type, Map<String, Object> wanted) {
        String subject = type.subject().orElseThrow().name();
        return draft.of(type).stream()
                .filter(fact -> !wanted.containsKey(subject) || Known.same(wanted.get(subject), fact.get(subject)))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> stated(FactType type, Wishes wishes, Map<String, Object> wished) {
        List<FactType> types = model.inputTypes(type);
        for (int i = 0; i < TRIES; i++) {
            FactType of = chance.pick(types);
            Map<String, Object> amended = statements.amended(of, wished);
            if (amended != null) {
                return wishes.allow(amended) ? amended : null;
            }
            Map<String, Object> fact = statements.anew(of, i == 0 ? wished : wishes.fields());
            boolean fits = wishes.allow(fact) && hasHappened(of, fact);
            if ((fits || i == TRIES - 1 && !strict()) && draft.add(of, fact)) {
                return fact;
            }
        }
        return null;
    }

    private boolean hasHappened(FactType type, Map<String, Object> fact) {
        return type.event()
                .map(field -> !((LocalDate) fact.get(field.name())).isAfter(days.asOf()))
                .orElse(true);
    }

    /** States a fact of a type, about anything. */
    void state(FactType type) {
        draft.add(type, statements.anew(type, Map.of()));
    }
}
