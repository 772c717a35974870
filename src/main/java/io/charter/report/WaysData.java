package io.charter.report;

import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.Places;
import io.charter.scenario.Fact;
import io.charter.text.Data;
import io.charter.text.JsonText;
import io.charter.text.Position;
import io.charter.whynot.Compared;
import io.charter.whynot.Finding;
import io.charter.whynot.FindingWords;
import io.charter.whynot.Otherwise;
import io.charter.whynot.Way;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why a decision has not another outcome, as JSON. Keys are left out where they have no meaning. */
public final class WaysData {

    private final Otherwise otherwise;
    private final FindingWords words;

    private WaysData(Otherwise otherwise) {
        this.otherwise = otherwise;
        this.words = new FindingWords(otherwise.trees());
    }

    /** The answer as text, with a line break at its end. */
    public static String text(Otherwise otherwise) {
        return JsonText.of(new WaysData(otherwise).data());
    }

    private Map<String, Object> data() {
        Decision decision = otherwise.decision();
        return Data.map(
                "scenario", otherwise.trees().scenario().id(),
                "question", decision.question(),
                "subject", decision.subject(),
                "outcome", decision.outcome(),
                "not", otherwise.not(),
                "ways", otherwise.ways().stream().map(this::way).toList());
    }

    private Map<String, Object> way(Way way) {
        Map<String, Object> data = Data.map("rule", way.rule().name());
        putIf(data, "clause", way.rule().clause());
        Position at = place(way.rule().at());
        data.put("at", at.file() + ":" + at.line());
        data.put("holds", way.holds().stream().map(this::condition).toList());
        data.put("fails", way.fails().stream().map(this::fails).toList());
        return data;
    }

    private Map<String, Object> condition(Finding finding) {
        Map<String, Object> data = Data.map("condition", finding.shown(), "at", at(finding));
        data.put("facts", finding.facts().stream().map(Fact::pointer).toList());
        return data;
    }

    private Map<String, Object> fails(Finding finding) {
        Map<String, Object> data = Data.map("condition", finding.shown(), "at", at(finding));
        if (finding.why() == Finding.Why.VALUE) {
            Compared compared = finding.candidates().get(0).compared().get(0);
            putIf(data, "needed", words.plainNeeded(compared));
            putIf(data, "is", words.plainIs(compared));
        }
        data.put("facts", finding.facts().stream().map(Fact::pointer).toList());
        data.put("because", words.because(finding));
        if (finding.lacks() != null) {
            Map<String, Object> lacks = new LinkedHashMap<>();
            lacks.put("type", finding.lacks().type().name());
            finding.lacks().values().forEach((field, value) -> lacks.putIfAbsent(field, DecisionData.plain(value)));
            data.put("lacks", lacks);
        }
        return data;
    }

    private String at(Finding finding) {
        Position at = place(finding.at());
        return at.file() + ":" + at.line() + ":" + at.column();
    }

    private Position place(Position at) {
        return Places.of(otherwise.trees().scenario().edition(), at);
    }

    private static void putIf(Map<String, Object> data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
