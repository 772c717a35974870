package io.charter.engine;

import org.drools.core.rule.consequence.InternalMatch;

/**
 * An application of a rule that supports a derived fact.
 *
 * @param before the one before it; null for the first
 */
record Support(InternalMatch match, Support before) {}
