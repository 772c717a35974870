package io.charter.engine;

import io.charter.text.CharterException;
import java.time.Duration;
import org.drools.core.phreak.RuleAgendaItem;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * Holds one session to its limits. Each application of a rule is counted before it happens. Between two of them Drools may
 * join facts for ever and listens to nobody; when the time is over, the facts are taken out of their handles, and the next
 * constraint that asks one for its fields ends the run.
 */
class Watch implements AgendaFilter, AutoCloseable {

    /** As good as for ever, and yet a number of nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ScenarioSession session;
    private final Limits limits;
    private final long end;
    private long firings;
    private boolean firing;
    private volatile String passed;

    Watch(ScenarioSession session, Limits limits) {
        this.session = session;
        this.limits = limits;
        this.end = System.nanoTime() + (limits.time().compareTo(LONGEST) < 0 ? limits.time() : LONGEST).toNanos();
        Clock.add(this);
    }

    /** Fires the rules of the session until none applies any more. */
    void fire() {
        firing(true);
        try {
            session.fireAllRules(this);
        } catch (CharterException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw passed != null
                    ? failure("limit_passed", passed)
                    : failure(
                            "rule_failed",
                            "rule \"" + current() + "\" cannot be applied to this scenario: " + cause.getMessage());
        } catch (OutOfMemoryError e) {
            throw failure(
                    "limit_passed",
                    "the matches of rule \"" + current() + "\" do not fit into memory in this scenario");
        } finally {
            firing(false);
        }
        if (passed != null) {
            throw failure("limit_passed", passed);
        }
    }

    /** Counts applications from none again: the session starts anew. */
    void restart() {
        firings = 0;
    }

    /** Facts are taken away while rules are fired, and at no other time. */
    private synchronized void firing(boolean now) {
        firing = now;
    }

    /** Ends the run if its time is over. Called by the clock. */
    synchronized void look(long now) {
        if (firing && now - end > 0) {
            timeIsOver();
        }
    }

    @Override
    public boolean accept(Match match) {
        if (passed != null) {
            throw failure("limit_passed", passed);
        }
        String rule = match.getRule().getName();
        if (++firings > limits.firings()) {
            throw failure(
                    "limit_passed",
                    "rules have applied " + limits.firings()
                            + " times, the most that one scenario may; the next was rule \"" + rule + "\"");
        }
        if (session.facts() > limits.facts()) {
            throw failure(
                    "limit_passed",
                    "there are more than " + limits.facts()
                            + " facts, the most that one scenario may have; the next came by rule \"" + rule + "\"");
        }
        return true;
    }

    private void timeIsOver() {
        passed = "the scenario has taken more than " + limits.time().toMillis() / 1000.0
                + " s, the most that one may; it was at rule \"" + current() + "\"";
        // Those that are being derived meanwhile are taken away at the next look.
        session.takeFactsAway();
    }

    /** The rule whose conditions are being matched, or whose conclusion is being drawn. */
    private String current() {
        RuleAgendaItem next = session.getAgenda().peekNextRule();
        return next == null ? "?" : next.getRule().getName();
    }

    private static CharterException failure(String code, String message) {
        return new CharterException(code, message);
    }

    @Override
    public void close() {
        Clock.remove(this);
    }
}
