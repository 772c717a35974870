package io.charter.cli;

import io.charter.Charter;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.text.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code charter list}: what there is: editions, questions, fact types, rules. */
@Command(
        name = "list",
        description = "List editions, their questions and outcomes, fact types and fields, rules and clauses.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    @Mixin
    private RulesOption rules;

    @Option(names = "--edition", paramLabel = "E", description = "Only this edition.")
    private String edition;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json.")
    private Format format = Format.text;

    @Override
    public Integer call() {
        Charter charter = rules.charter();
        List<Edition> editions = (edition == null ? charter.editions().stream() : java.util.stream.Stream.of(edition))
                .map(charter::edition)
                .toList();
        if (format == Format.json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("editions", editions.stream().map(ListCommand::data).toList());
            System.out.print(JsonText.of(all));
        } else {
            editions.forEach(ListCommand::print);
        }
        return Exit.DONE;
    }

    private static void print(Edition edition) {
        String language = edition.languages().get(0);
        System.out.println(edition.id() + "  " + edition.titles().get(language));
        System.out.println("\n  questions");
        for (Question question : edition.questions().values()) {
            System.out.printf(
                    "    %-22s %s%n",
                    question.name(), String.join(", ", question.outcomes().keySet()));
        }
        System.out.println("\n  fact types");
        for (FactType type : edition.inputTypes()) {
            System.out.printf("    %-22s %s%n", type.name(), type.docs().get(language));
            type.fields()
                    .forEach(
                            f -> System.out.printf("      %-20s %s%n", f.name() + (f.required() ? "" : "?"), shape(f)));
        }
        System.out.println("\n  rules");
        for (Rule rule : edition.rules()) {
            System.out.printf(
                    "    %-8s %s%n             %s%n",
                    rule.clause() == null ? "–" : rule.clause(), rule.name(), rule.at());
        }
        System.out.println();
    }

    /** What a field may hold, in a few words. */
    private static String shape(Field field) {
        List<String> said = new ArrayList<>();
        said.add(
                field.each() == null
                        ? field.type().shown()
                        : "a list, each " + field.each().shown());
        if (!field.values().isEmpty()) {
            said.add("one of " + String.join(", ", field.values()));
        }
        if (!field.named().isEmpty()) {
            said.add("names " + String.join(", ", field.named()));
        }
        if (field.range() != null) {
            said.add(field.range().shown());
        }
        if (field.refers() != null) {
            said.add("the " + field.refers().field() + " of a " + field.refers().type());
        }
        if (field.only() != null) {
            said.add(
                    "only where " + field.only().field() + " is " + field.only().value());
        }
        if (field.defaultValue() != null) {
            said.add("else " + field.defaultValue());
        }
        return String.join("; ", said);
    }

    private static Map<String, Object> data(Edition edition) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", edition.id());
        data.put("title", edition.titles());
        data.put("languages", edition.languages());
        data.put("rules", edition.hash());
        List<Object> questions = new ArrayList<>();
        for (Question question : edition.questions().values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("question", question.name());
            one.put("title", question.titles());
            one.put(
                    "subjects",
                    question.always() != null
                            ? question.always()
                            : question.of().type() + "." + question.of().field());
            one.put("outcomes", question.outcomes());
            questions.add(one);
        }
        data.put("questions", questions);
        data.put(
                "factTypes",
                edition.inputTypes().stream().map(ListCommand::data).toList());
        List<Object> rules = new ArrayList<>();
        for (Rule rule : edition.rules()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", rule.name());
            one.put("clause", rule.clause());
            one.put("derives", rule.then().type().name());
            one.put("at", rule.at().toString());
            rules.add(one);
        }
        data.put("ruleList", rules);
        return data;
    }

    private static Map<String, Object> data(FactType type) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type.name());
        data.put("documentation", type.docs());
        data.put("identity", type.identity());
        List<Object> fields = new ArrayList<>();
        for (Field field : type.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", field.name());
            one.put("holds", shape(field));
            one.put("required", field.required());
            one.put("documentation", field.docs());
            fields.add(one);
        }
        data.put("fields", fields);
        return data;
    }
}
