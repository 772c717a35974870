package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.text.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A scenario that has been read and found valid. */
public final class Scenario {

    private final String id;
    private final String title;
    private final Edition edition;
    private final LocalDate asOf;
    private final List<Fact> facts;
    private final List<Fact> known;
    private final Supplier<Node> written;
    private Node document;

    /**
     * Takes what has been read.
     *
     * @param title a title, or null
     * @param asOf the date that it asks about
     * @param facts every fact that it states, those later than {@code asOf} too
     * @param written gives the document as written, with places, when it is first asked for
     */
    public Scenario(
            String id, String title, Edition edition, LocalDate asOf, List<Fact> facts, Supplier<Node> written) {
        this.id = id;
        this.title = title;
        this.edition = edition;
        this.asOf = asOf;
        this.facts = facts;
        this.written = written;
        List<Fact> happened = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (fact.knownBy(asOf)) {
                happened.add(fact);
            }
        }
        this.known = Collections.unmodifiableList(happened);
    }

    public String id() {
        return id;
    }

    /** A title, or null. */
    public String title() {
        return title;
    }

    public Edition edition() {
        return edition;
    }

    /** The date that it asks about. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Every fact that it states, those later than the date asked about too. */
    public List<Fact> facts() {
        return facts;
    }

    /** The facts that the engine knows: those that have happened by the date asked about. */
    public List<Fact> known() {
        return known;
    }

    /** The document as written, with places. */
    public Node document() {
        if (document == null) {
            document = written.get();
        }
        return document;
    }
}
