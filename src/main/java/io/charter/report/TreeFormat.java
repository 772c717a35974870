package io.charter.report;

import io.charter.explain.ReasonTrees;

/** A format of the reasons of one decision. */
public interface TreeFormat {

    /** The reasons of the decision with this key as text, with a line break at its end. */
    String text(ReasonTrees trees, String key);
}
