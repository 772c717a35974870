package io.charter.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.charter.text.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes decisions as JSON on one line: the text of what {@link DecisionData} makes of them, which is not made. */
public final class DecisionJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_LENGTH = 4096;

    private static final SerializableString SCENARIO = new SerializedString("scenario");
    private static final SerializableString EDITION = new SerializedString("edition");
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString RULES = new SerializedString("rules");
    private static final SerializableString DECISIONS = new SerializedString("decisions");
    private static final SerializableString QUESTION = new SerializedString("question");
    private static final SerializableString SUBJECT = new SerializedString("subject");
    private static final SerializableString OUTCOME = new SerializedString("outcome");
    private static final SerializableString DETAILS = new SerializedString("details");
    private static final SerializableString CLAUSE = new SerializedString("clause");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString BECAUSE = new SerializedString("because");
    private static final SerializableString USES = new SerializedString("uses");
    private static final SerializableString RELIES_ON = new SerializedString("reliesOn");
    private static final SerializableString UNVERIFIED = new SerializedString("unverified");
    private static final SerializableString ASSUMES = new SerializedString("assumes");
    private static final SerializableString DISREGARDS = new SerializedString("disregards");
    private static final SerializableString FACT = new SerializedString("fact");

    private DecisionJson() {}

    /** A document on one line, without a break at its end. */
    public static String line(DecisionDocument document) {
        StringWriter out = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(document, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(DecisionDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(SCENARIO, document.scenario(), json);
        text(EDITION, document.edition(), json);
        text(AS_OF, document.asOf().toString(), json);
        text(RULES, document.rules(), json);
        json.writeFieldName(DECISIONS);
        json.writeStartArray();
        for (Decision decision : document.decisions()) {
            write(decision, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Decision decision, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(QUESTION, decision.question(), json);
        text(SUBJECT, decision.subject(), json);
        text(OUTCOME, decision.outcome(), json);
        if (!decision.details().isEmpty()) {
            json.writeFieldName(DETAILS);
            json.writeStartObject();
            for (Map.Entry<String, Object> detail : decision.details().entrySet()) {
                json.writeFieldName(detail.getKey());
                JsonText.write(DecisionData.plain(detail.getValue()), json);
            }
            json.writeEndObject();
        }
        if (decision.rule() != null) {
            text(CLAUSE, decision.clause(), json);
            text(RULE, decision.rule(), json);
        }
        if (decision.because() != null) {
            text(BECAUSE, decision.because(), json);
            texts(USES, decision.uses(), json);
            texts(RELIES_ON, decision.reliesOn(), json);
        }
        if (!decision.unverified().isEmpty()) {
            texts(UNVERIFIED, decision.unverified(), json);
        }
        if (!decision.assumes().isEmpty()) {
            texts(ASSUMES, decision.assumes(), json);
        }
        if (!decision.disregards().isEmpty()) {
            json.writeFieldName(DISREGARDS);
            json.writeStartArray();
            for (Decision.Disregarded disregarded : decision.disregards()) {
                json.writeStartObject();
                text(FACT, disregarded.fact(), json);
                text(BECAUSE, disregarded.because(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void text(SerializableString name, String text, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void texts(SerializableString name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
