package io.charter.bench;

import io.charter.text.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes scenarios of the small charter: always five states and two proposals, and so thirteen decisions; everything else by
 * chance. Dates fall often on the days at which an outcome changes, and amounts add up to the threshold or just below.
 * Every field is stated, so that no engine has to know defaults.
 */
public final class ScenarioMaker {

    /** How many decisions every scenario has. */
    public static final int DECISIONS = 13;

    private static final List<String> STATES = List.of("ALD", "BRE", "COR", "DUN", "EST");
    private static final List<String> AMOUNTS = List.of("50000", "124999.5", "125000", "249999.75", "250000", "0.25");
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    private final SplittableRandom chance;
    private LocalDate asOf;

    private ScenarioMaker(long seed) {
        chance = new SplittableRandom(seed);
    }

    /**
     * Writes scenarios as JSON Lines.
     *
     * @param arguments the file, how many, and the seed: the same seed gives the same scenarios
     */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        ScenarioMaker maker = new ScenarioMaker(Long.parseLong(arguments[2]));
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            for (int i = 0; i < count; i++) {
                out.write(JsonText.line(maker.scenario("small-" + i)) + "\n");
            }
        }
    }

    private Map<String, Object> scenario(String id) {
        asOf = FIRST.plusDays(chance.nextInt(730));
        Map<String, List<Object>> facts = new LinkedHashMap<>();
        for (String type : List.of("Participant", "Ratification", "Withdrawal", "Payment", "Proposal", "Vote")) {
            facts.put(type, new ArrayList<>());
        }
        for (String state : STATES) {
            facts.get("Participant").add(fact("state", state, "founding", chance(60)));
            if (chance(90)) {
                facts.get("Ratification").add(fact("state", state, "on", ratified()));
            }
            if (chance(25)) {
                facts.get("Withdrawal").add(fact("state", state, "on", notice(), "written", chance(80)));
            }
            for (int left = chance.nextInt(4); left > 0; left--) {
                facts.get("Payment")
                        .add(fact(
                                "id",
                                "payment-" + (facts.get("Payment").size() + 1),
                                "state",
                                state,
                                "amount",
                                new BigDecimal(one(AMOUNTS)),
                                "on",
                                paid()));
            }
        }
        for (String proposal : List.of("P1", "P2")) {
            facts.get("Proposal")
                    .add(fact(
                            "id", proposal,
                            "kind", one(List.of("ordinary", "important")),
                            "votedOn", asOf.plusDays(chance.nextInt(-40, 15)).toString()));
            for (String state : STATES) {
                if (chance(80)) {
                    facts.get("Vote")
                            .add(fact(
                                    "proposal", proposal,
                                    "by", state,
                                    "choice", one(List.of("yes", "yes", "yes", "no", "no", "abstain"))));
                }
            }
        }
        return fact("id", id, "edition", "small-2026", "asOf", asOf.toString(), "facts", facts);
    }

    private String ratified() {
        LocalDate day = switch (chance.nextInt(4)) {
            case 0 -> asOf.minusDays(30);
            case 1 -> asOf.minusYears(1);
            case 2 -> asOf.minusDays(chance.nextInt(365));
            default -> asOf.minusDays(365 + chance.nextInt(365));
        };
        return near(day);
    }

    private String notice() {
        return near(chance(50) ? asOf.minusMonths(6) : asOf.minusDays(chance.nextInt(400)));
    }

    private String paid() {
        return near(chance(20) ? asOf.withDayOfYear(1) : asOf.minusDays(chance.nextInt(300)));
    }

    /** The day itself, or one of those beside it. */
    private String near(LocalDate day) {
        return day.plusDays(chance.nextInt(3) - 1).toString();
    }

    private boolean chance(int percent) {
        return chance.nextInt(100) < percent;
    }

    private String one(List<String> values) {
        return values.get(chance.nextInt(values.size()));
    }

    private static Map<String, Object> fact(Object... namesAndValues) {
        Map<String, Object> fact = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fact.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fact;
    }
}
