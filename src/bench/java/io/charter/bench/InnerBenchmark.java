package io.charter.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.charter.Charter;
import io.charter.Deciding;
import io.charter.derivation.Derivations;
import io.charter.explain.DecisionDocument;
import io.charter.explain.DecisionJson;
import io.charter.explain.Explaining;
import io.charter.explain.Explanations;
import io.charter.generate.Generator;
import io.charter.scenario.Scenario;
import io.charter.text.JsonText;
import io.charter.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The steps of a decision, each over generated scenarios of an edition of the Board of Peace; each call goes through all of
 * them, so that every call does the same work, and counts as so many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InnerBenchmark {

    static final int COUNT = 50;
    private static final long SEED = 1;
    private static final Language ENGLISH = Language.of("en");

    /** The edition; those of the folder rules. */
    @Param({"draft-2026-01", "signed-2026-01-22"})
    public String edition;

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> texts = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Derivations> derivations = new ArrayList<>();
    private final List<DecisionDocument> documents = new ArrayList<>();
    private Charter charter;
    private Explanations explanations;

    /** Makes the scenarios, and what each step begins with. */
    @Setup
    public void prepare() {
        charter = Charter.load(Path.of("rules"));
        explanations = new Explanations(charter.edition(edition), ENGLISH);
        Generator generator = new Generator(charter.edition(edition), SEED);
        for (int i = 0; i < COUNT; i++) {
            texts.add(JsonText.line(generator.next("inner-" + i)));
            scenarios.add(charter.read(texts.get(i)));
            derivations.add(charter.derive(scenarios.get(i), Deciding.DROOLS));
            documents.add(explanations.of(derivations.get(i), Explaining.FULL));
        }
    }

    /** Drools with the rule files of the edition, compiled by itself; made only for those who need it. */
    @State(Scope.Thread)
    public static class Plain {

        private PlainDrools drools;

        /** Compiles. */
        @Setup
        public void prepare(InnerBenchmark of) {
            drools = new PlainDrools(of.charter.edition(of.edition));
        }
    }

    private static void each(Blackhole sink, Step step) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            sink.consume(step.of(i));
        }
    }

    private interface Step {
        Object of(int scenario) throws IOException;
    }

    /** JSON text to scenario, with all checks. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void read(Blackhole sink) throws IOException {
        each(sink, i -> charter.read(texts.get(i)));
    }

    /** Scenario to what the rules derive, with every application of a rule. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void derive(Blackhole sink) throws IOException {
        each(sink, i -> charter.derive(scenarios.get(i), Deciding.DROOLS));
    }

    /** What the rules derive to decisions with their reasons. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void explain(Blackhole sink) throws IOException {
        each(sink, i -> explanations.of(derivations.get(i), Explaining.FULL));
    }

    /** Decisions to JSON text. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void write(Blackhole sink) throws IOException {
        each(sink, i -> DecisionJson.line(documents.get(i)));
    }

    /** JSON text to JSON text. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void whole(Blackhole sink) throws IOException {
        each(sink, i -> DecisionJson.line(charter.decide(texts.get(i))));
    }

    /** JSON text to JSON text of outcomes, by plain use of Drools on the same rule files. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void plain(Blackhole sink, Plain plain) throws IOException {
        each(sink, i -> Answer.json(plain.drools.decide(texts.get(i))));
    }

    /** JSON text parsed and written again by Jackson. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void floor(Blackhole sink) throws IOException {
        each(sink, i -> mapper.writeValueAsString(mapper.readTree(texts.get(i))));
    }

    /** How many scenarios plain use decides otherwise than Charter. */
    int decidedOtherwise() throws IOException {
        PlainDrools drools = new PlainDrools(charter.edition(edition));
        int otherwise = 0;
        for (int i = 0; i < COUNT; i++) {
            List<String> plain = drools.decide(texts.get(i)).stream()
                    .map(Answer::toString)
                    .sorted()
                    .toList();
            List<String> ours = documents.get(i).decisions().stream()
                    .map(d -> new Answer(d.question(), d.subject(), d.outcome()).toString())
                    .sorted()
                    .toList();
            otherwise += plain.equals(ours) ? 0 : 1;
        }
        return otherwise;
    }
}
