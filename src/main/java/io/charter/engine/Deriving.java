package io.charter.engine;

import org.drools.core.common.InternalFactHandle;
import org.drools.model.Consequence;
import org.drools.model.Variable;
import org.drools.model.functions.BlockN;
import org.drools.modelcompiler.consequence.LambdaConsequence;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemKnowledgeHelper;

/** What the code of rules derives facts with, in one session. */
final class Deriving extends TruthMaintenanceSystemKnowledgeHelper<SimpleMode> {

    private final ScenarioSession session;
    private Object argument;
    private boolean watched;

    Deriving(ScenarioSession session) {
        super(session);
        this.session = session;
    }

    /**
     * What the code of a rule takes as its first argument, for the application of the rule that has begun.
     *
     * @param watched whether Drools is to keep watch over what it derives, which then stands as long as a match of a rule stands that
     *     derives it; else it stands for good
     */
    Object argument(boolean watched) throws Exception {
        this.watched = watched;
        if (argument == null) {
            // Only Drools can make one. It refers to this object and the session, and not to one application of a rule.
            new LambdaConsequence(new Taking(), false).evaluate(this, session);
        }
        return argument;
    }

    @Override
    public InternalFactHandle insertLogical(Object fact) {
        return derive(fact, watched);
    }

    /**
     * Derives a fact by the application of a rule that has begun.
     *
     * @param watch as {@link #argument} has it
     */
    InternalFactHandle derive(Object fact, boolean watch) {
        return watch ? (InternalFactHandle) super.insertLogical(fact) : session.derive(fact, getMatch());
    }

    /** The code of a rule that keeps its first argument and does nothing. */
    private final class Taking implements Consequence, BlockN {

        @Override
        public void execute(Object... arguments) {
            argument = arguments[0];
        }

        @Override
        public BlockN getBlock() {
            return this;
        }

        @Override
        public Variable<?>[] getVariables() {
            return new Variable<?>[0];
        }

        @Override
        public Variable<?>[] getDeclarations() {
            return getVariables();
        }

        @Override
        public boolean isUsingDrools() {
            return true;
        }

        @Override
        public boolean isBreaking() {
            return false;
        }

        @Override
        public String getLanguage() {
            return "java";
        }
    }
}
