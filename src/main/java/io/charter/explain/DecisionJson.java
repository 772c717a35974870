package io.charter.explain;

import io.charter.text.JsonText;
import java.util.List;
import java.util.Map;

/** Writes decisions as JSON on one line: the text of what {@link DecisionData} makes of them, which is not made. */
public final class DecisionJson {

    private static final int USUAL_LENGTH = 4096;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private DecisionJson() {}

    /** A document on one line, without a break at its end. */
    public static String line(DecisionDocument document) {
        DecisionJson json = new DecisionJson();
        json.write(document);
        return json.out.toString();
    }

    private void write(DecisionDocument document) {
        text("{\"scenario\":", document.scenario());
        text(",\"edition\":", document.edition());
        text(",\"asOf\":", document.asOf().toString());
        text(",\"rules\":", document.rules());
        out.append(",\"decisions\":[");
        List<Decision> decisions = document.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            out.append(i == 0 ? "" : ",");
            write(decisions.get(i));
        }
        out.append("]}");
    }

    private void write(Decision decision) {
        text("{\"question\":", decision.question());
        text(",\"subject\":", decision.subject());
        text(",\"outcome\":", decision.outcome());
        String before = ",\"details\":{";
        for (Map.Entry<String, Object> detail : decision.details().entrySet()) {
            text(before, detail.getKey());
            out.append(':');
            JsonText.line(DecisionData.plain(detail.getValue()), out);
            before = ",";
        }
        out.append(decision.details().isEmpty() ? "" : "}");
        if (decision.rule() != null) {
            text(",\"clause\":", decision.clause());
            text(",\"rule\":", decision.rule());
        }
        if (decision.because() != null) {
            text(",\"because\":", decision.because());
            texts(",\"uses\":", decision.uses());
            texts(",\"reliesOn\":", decision.reliesOn());
        }
        if (!decision.unverified().isEmpty()) {
            texts(",\"unverified\":", decision.unverified());
        }
        if (!decision.assumes().isEmpty()) {
            texts(",\"assumes\":", decision.assumes());
        }
        before = ",\"disregards\":[{\"fact\":";
        for (Decision.Disregarded disregarded : decision.disregards()) {
            text(before, disregarded.fact());
            text(",\"because\":", disregarded.because());
            before = "},{\"fact\":";
        }
        out.append(decision.disregards().isEmpty() ? "}" : "}]}");
    }

    private void text(String before, String text) {
        out.append(before);
        JsonText.quote(text, out);
    }

    private void texts(String before, List<String> texts) {
        out.append(before).append('[');
        for (int i = 0; i < texts.size(); i++) {
            text(i == 0 ? "" : ",", texts.get(i));
        }
        out.append(']');
    }
}
