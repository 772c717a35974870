package io.charter.cli;

import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;

/** A format of decisions. Documents are rendered by the threads that decide, and written in order by one. */
interface DocumentWriter {

    String document(DecisionDocument document, Edition edition, String language);

    String failure(Failure failure);

    /** What stands before the first document. */
    default String start() {
        return "";
    }

    /** What stands between two documents. */
    default String between() {
        return "";
    }

    /** What stands behind the last document, or in an output without any. */
    default String end(boolean empty) {
        return "";
    }
}
