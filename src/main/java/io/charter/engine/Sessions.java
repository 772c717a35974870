package io.charter.engine;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Sessions that are used again: setting one up takes its time. There are as many as were in use at once.
 * Thread-safe.
 */
final class Sessions {

    /** A session that held more facts than this is not kept: its memories stay as large, and are looked through to be cleared. */
    private static final int MOST_FACTS = 5_000;

    private final Supplier<ScenarioSession> made;

    /** The one last given back comes first: what it holds is in the caches of the processor that is about to take the next. */
    private final Deque<ScenarioSession> atRest = new ConcurrentLinkedDeque<>();

    /** @param made makes a session when none is at rest */
    Sessions(Supplier<ScenarioSession> made) {
        this.made = made;
    }

    /** A session without facts. */
    ScenarioSession take() {
        ScenarioSession session = atRest.poll();
        return session != null ? session : made.get();
    }

    /** Takes a session back whose rules have all been fired. */
    void giveBack(ScenarioSession session) {
        if (session.facts() > MOST_FACTS) {
            end(session);
            return;
        }
        session.clear();
        atRest.addFirst(session);
    }

    /** Ends a session that something went wrong in: it may be at any point of its work. */
    void end(ScenarioSession session) {
        session.dispose();
    }
}
