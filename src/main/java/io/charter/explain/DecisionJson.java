package io.charter.explain;

import io.charter.text.JsonLine;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes decisions as JSON on one line: the text of what {@link DecisionData} makes of them, which is not made. */
public final class DecisionJson {

    /** How many characters most decisions do not pass on average, and the rest of a document. */
    private static final int LONG = 500;

    private final JsonLine out;

    /** Writes one detail after the other; made once for all decisions. */
    private final BiConsumer<String, Object> detail = this::detail;

    private boolean first;

    private DecisionJson(int decisions) {
        out = new JsonLine((decisions + 1) * LONG);
    }

    /** A document on one line, without a break at its end. */
    public static String line(DecisionDocument document) {
        return line(document, "");
    }

    /** The same with something behind it. */
    public static String line(DecisionDocument document, String behind) {
        DecisionJson json = new DecisionJson(document.decisions().size());
        json.write(document);
        json.out.raw(behind);
        return json.out.toString();
    }

    private void write(DecisionDocument document) {
        out.raw("{\"scenario\":").quote(document.scenario());
        out.raw(",\"edition\":").quote(document.edition());
        out.raw(",\"asOf\":").quote(document.asOf().toString());
        out.raw(",\"rules\":").quote(document.rules());
        out.raw(",\"decisions\":[");
        List<Decision> decisions = document.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            out.raw(i == 0 ? "" : ",");
            write(decisions.get(i));
        }
        out.raw("]}");
    }

    private void write(Decision decision) {
        out.raw("{\"question\":").quote(decision.question());
        out.raw(",\"subject\":").quote(decision.subject());
        out.raw(",\"outcome\":").quote(decision.outcome());
        if (!decision.details().isEmpty()) {
            details(decision.details());
        }
        if (decision.rule() != null) {
            out.raw(",\"clause\":").quote(decision.clause());
            out.raw(",\"rule\":").quote(decision.rule());
        }
        if (decision.because() != null) {
            out.raw(",\"because\":").quote(decision.because());
            texts(",\"uses\":[", decision.uses());
            texts(",\"reliesOn\":[", decision.reliesOn());
        }
        if (!decision.unverified().isEmpty()) {
            texts(",\"unverified\":[", decision.unverified());
        }
        if (!decision.assumes().isEmpty()) {
            texts(",\"assumes\":[", decision.assumes());
        }
        if (!decision.disregards().isEmpty()) {
            disregards(decision.disregards());
        }
        out.raw("}");
    }

    private void details(Map<String, Object> details) {
        first = true;
        details.forEach(detail);
        out.raw("}");
    }

    private void detail(String name, Object value) {
        out.raw(first ? ",\"details\":{" : ",").quote(name).raw(":").value(DecisionData.plain(value));
        first = false;
    }

    private void texts(String before, List<String> texts) {
        out.raw(before);
        for (int i = 0; i < texts.size(); i++) {
            out.raw(i == 0 ? "" : ",").quote(texts.get(i));
        }
        out.raw("]");
    }

    private void disregards(List<Decision.Disregarded> disregards) {
        String before = ",\"disregards\":[{\"fact\":";
        for (Decision.Disregarded disregarded : disregards) {
            out.raw(before).quote(disregarded.fact()).raw(",\"because\":").quote(disregarded.because());
            before = "},{\"fact\":";
        }
        out.raw("}]");
    }
}
