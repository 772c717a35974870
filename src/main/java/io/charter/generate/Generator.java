package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes valid scenarios from the model of an edition alone: for a few rules taken by chance, facts from which they may follow, or
 * just not, and others beside them. The same seed gives the same scenarios.
 */
public final class Generator {

    private final Edition edition;
    private final Model model;
    private final Written written;
    private final Chance chance;
    private final List<Aim> aims = new ArrayList<>();
    private final Deque<Aim> left = new ArrayDeque<>();

    /** A rule, and the constraint of it that is not to hold, or null. */
    private record Aim(Rule rule, Constraint missed) {}

    public Generator(Edition edition, long seed) {
        this.edition = edition;
        this.model = new Model(edition);
        this.written = Written.in(edition);
        this.chance = new Chance(seed);
        for (Rule rule : edition.rules()) {
            aims.add(new Aim(rule, null));
            for (Condition condition : rule.when()) {
                condition.pattern().constraints().forEach(c -> aims.add(new Aim(rule, c)));
                if (condition instanceof Condition.Accumulation accumulation) {
                    accumulation.constraints().forEach(c -> aims.add(new Aim(rule, c)));
                }
            }
        }
    }

    /** Each in its turn, and then all again in another order. */
    private Aim aim() {
        if (left.isEmpty()) {
            left.addAll(chance.shuffled(aims));
        }
        return left.pop();
    }

    /** The next scenario, as plain JSON data. */
    public Map<String, Object> next(String id) {
        Days days = new Days(written, chance);
        Values values = new Values(model, written, chance, days, chance.between(2, 7));
        Draft draft = new Draft();
        Chain chain = new Chain(model, chance, days, values, draft);
        for (int i = chance.oneIn(8) ? chance.between(4, 8) : chance.between(1, 3); i > 0; i--) {
            Aim aim = aim();
            chain.follow(aim.rule(), aim.missed());
            if (chance.oneIn(2)) {
                chain.follow(aim.rule(), null);
            }
        }
        List<FactType> types = edition.inputTypes();
        for (int i = chance.between(0, 3); i > 0; i--) {
            chain.state(chance.pick(types));
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("id", id);
        scenario.put("edition", edition.id());
        scenario.put("asOf", days.asOf().toString());
        scenario.put("facts", draft.plain(types, chance));
        return scenario;
    }
}
