package io.charter.cli;

import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.explain.DecisionJson;
import io.charter.rulebook.model.Edition;
import io.charter.text.JsonText;
import io.charter.text.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions as JSON: one document, an array of them, or JSON Lines. */
final class JsonDocuments implements DocumentWriter {

    enum Form {
        ONE,
        ARRAY,
        LINES
    }

    private final Form form;

    JsonDocuments(Form form) {
        this.form = form;
    }

    @Override
    public String start() {
        return form == Form.ARRAY ? "[" : "";
    }

    @Override
    public String between() {
        return form == Form.ARRAY ? "," : "";
    }

    @Override
    public String end(boolean empty) {
        return form == Form.ARRAY ? empty ? "]\n" : "\n]\n" : "";
    }

    @Override
    public String document(DecisionDocument document, Edition edition, String language) {
        return form == Form.LINES ? DecisionJson.line(document, "\n") : written(DecisionData.of(document));
    }

    @Override
    public String failure(Failure failure) {
        List<Problem> problems = failure.problems();
        Map<String, Object> error = problem(problems.get(0));
        if (problems.size() > 1) {
            error.put(
                    "also",
                    problems.subList(1, problems.size()).stream()
                            .map(JsonDocuments::problem)
                            .toList());
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("scenario", failure.scenario());
        data.put("file", failure.file());
        if (failure.line() > 0) {
            data.put("line", failure.line());
        }
        data.put("error", error);
        return written(data);
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", problem.code());
        data.put("message", problem.message());
        if (problem.pointer() != null) {
            data.put("pointer", problem.pointer());
        }
        if (problem.at() != null && problem.at().line() > 0) {
            data.put("line", problem.at().line());
            data.put("column", problem.at().column());
        }
        return data;
    }

    private String written(Map<String, Object> data) {
        return switch (form) {
            case ONE -> JsonText.of(data);
            case ARRAY -> "\n" + JsonText.of(data).stripTrailing();
            case LINES -> JsonText.line(data) + "\n";
        };
    }
}
