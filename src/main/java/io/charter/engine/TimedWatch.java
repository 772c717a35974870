package io.charter.engine;

import org.kie.api.runtime.rule.Match;

/** A watch that also tells apart how long each rule is being applied. */
final class TimedWatch extends Watch {

    private final RuleTimes times;
    private final EditionProfile profile;

    TimedWatch(TimedSession session, Limits limits, EditionProfile profile) {
        super(session, limits);
        this.times = session.times();
        this.profile = profile;
        times.scenario();
    }

    @Override
    void fire() {
        profile.during(Profile.Part.RULES, () -> {
            try {
                super.fire();
            } finally {
                times.rest();
            }
            return null;
        });
    }

    @Override
    public boolean accept(Match match) {
        boolean accepted = super.accept(match);
        times.applies(match.getRule().getName());
        return accepted;
    }

    @Override
    public void close() {
        profile.during(Profile.Part.LIMITS, () -> {
            super.close();
            return null;
        });
    }
}
