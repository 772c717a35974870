package io.charter.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What the peers without explanations answer to one question about one subject. */
public record Answer(String question, String subject, String outcome) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The JSON text of answers. */
    public static String json(List<Answer> answers) throws IOException {
        StringWriter out = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("decisions");
            for (Answer answer : answers) {
                json.writeStartObject();
                json.writeStringField("question", answer.question);
                json.writeStringField("subject", answer.subject);
                json.writeStringField("outcome", answer.outcome);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }
}
