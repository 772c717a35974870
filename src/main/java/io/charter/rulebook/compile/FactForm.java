package io.charter.rulebook.compile;

/** What the facts of one compiled type have in common; the code that is compiled with the type has it made. */
public final class FactForm {

    /** Another one for each type of an edition. */
    final int number;

    /** The places of the fields that make two facts the same; none where each is another. */
    final int[] keys;

    public FactForm(int number, int... keys) {
        this.number = number;
        this.keys = keys;
    }
}
