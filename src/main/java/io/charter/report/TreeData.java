package io.charter.report;

import io.charter.explain.DecisionData;
import io.charter.explain.Reason;
import io.charter.explain.ReasonTree;
import io.charter.explain.ReasonTrees;
import io.charter.explain.SaidValue;
import io.charter.explain.StatedFact;
import io.charter.rulebook.model.Clause;
import io.charter.scenario.Scenario;
import io.charter.text.Data;
import io.charter.text.JsonText;
import io.charter.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree of reasons as JSON. */
public final class TreeData implements TreeFormat {

    private final Language language;

    public TreeData(Language language) {
        this.language = language;
    }

    @Override
    public String text(ReasonTrees trees, String key) {
        Scenario scenario = trees.scenario();
        ReasonTree tree = trees.whole(key);
        Map<String, Object> data = Data.map(
                "scenario", scenario.id(),
                "edition", scenario.edition().id(),
                "asOf", scenario.asOf().toString(),
                "rules", scenario.edition().hash(),
                "decision", DecisionData.of(tree.decision()),
                "reason", reason(tree.root()));
        Map<String, Object> clauses = new LinkedHashMap<>();
        tree.clauses().forEach(c -> clauses.put(c.id(), clause(c)));
        data.put("clauses", clauses);
        return JsonText.of(data);
    }

    private Map<String, Object> clause(Clause clause) {
        Map<String, Object> data = Data.map("wording", clause.wording().get(language.code()));
        putIf(data, "reading", clause.reading().get(language.code()));
        data.put("source", clause.source());
        data.put("verified", clause.verified());
        return data;
    }

    private static Map<String, Object> reason(Reason reason) {
        if (reason instanceof Reason.Step step) {
            return step(step);
        }
        if (reason instanceof Reason.Stated stated) {
            return stated(stated.id(), stated.fact());
        }
        if (reason instanceof Reason.Told told) {
            return Data.map("told", told.id(), "says", told.says());
        }
        if (reason instanceof Reason.Decided decided) {
            return Data.map("decided", decided.key(), "says", decided.says());
        }
        return Data.map("date", ((Reason.Asked) reason).date().toString());
    }

    private static Map<String, Object> step(Reason.Step step) {
        Map<String, Object> data = Data.map("id", step.id(), "derived", step.type());
        putIf(data, "decision", step.decision());
        data.put("says", step.says());
        data.put("rule", step.rule());
        data.put("clause", step.clause());
        putIf(data, "silent", step.silence());
        data.put("at", step.at().file() + ":" + step.at().line());
        data.put("values", values(step.values()));
        data.put("restsOn", step.rests().stream().map(TreeData::reason).toList());
        if (!step.absences().isEmpty()) {
            data.put("absent", step.absences().stream().map(TreeData::absence).toList());
        }
        return data;
    }

    private static Map<String, Object> absence(Reason.Absence absence) {
        Map<String, Object> data = Data.map("condition", absence.condition());
        data.put("says", absence.says());
        data.put("at", absence.at().file() + ":" + absence.at().line());
        return data;
    }

    private static Map<String, Object> stated(String id, StatedFact fact) {
        Map<String, Object> data = Data.map("id", id, "fact", fact.pointer(), "type", fact.type(), "says", fact.says());
        data.put("values", values(fact.values()));
        putIf(data, "source", fact.source());
        putIf(data, "assumed", fact.assumed());
        putIf(data, "note", fact.note());
        return data;
    }

    private static Map<String, Object> values(List<SaidValue> values) {
        Map<String, Object> data = new LinkedHashMap<>();
        values.forEach(v -> data.put(v.name(), DecisionData.plain(v.value())));
        return data;
    }

    private static void putIf(Map<String, Object> data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
