package io.charter.report;

import io.charter.explain.ReasonTrees;

/** One decision with its reasons as a page, in every language of the edition. */
public final class HtmlExplanation implements TreeFormat {

    @Override
    public String text(ReasonTrees trees, String key) {
        return HtmlPage.of(
                trees.inEveryLanguage().stream().map(t -> Report.ofOne(t, key)).toList());
    }
}
