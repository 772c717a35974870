package io.charter.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.runtime.KieSession;

/**
 * Sessions that are used again: setting one up takes its time. There are as many as were in use at once.
 * Thread-safe.
 */
final class Sessions {

    private final Supplier<KieSession> made;
    private final Queue<KieSession> atRest = new ConcurrentLinkedQueue<>();

    /** @param made makes a session when none is at rest */
    Sessions(Supplier<KieSession> made) {
        this.made = made;
    }

    /** A session without facts. */
    KieSession take() {
        KieSession session = atRest.poll();
        return session != null ? session : made.get();
    }

    /** Takes a session back whose rules have all been fired. */
    void giveBack(KieSession session) {
        ((StatefulKnowledgeSessionImpl) session).reset();
        atRest.add(session);
    }

    /** Ends a session that something went wrong in: it may be at any point of its work. */
    void end(KieSession session) {
        session.dispose();
    }
}
