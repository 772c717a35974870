/**
 * Says why a question was not answered otherwise: which conditions of which rules fail, by how much, and which facts come near.
 *
 * <p>{@link io.charter.whynot.Search} looks for the nearest ways in which a rule could have applied; {@link
 * io.charter.whynot.Way} is one of them, a tree of {@link io.charter.whynot.Finding}s; {@link io.charter.whynot.Otherwise} is the
 * answer as a whole, with {@link io.charter.whynot.FindingWords} to say it in a language.
 */
package io.charter.whynot;
