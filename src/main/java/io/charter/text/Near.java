package io.charter.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds, among the names that could have stood somewhere, the one that was probably meant. */
public final class Near {

    private Near() {}

    /** The end of a message: {@code ; did you mean "x"?}, or nothing where no candidate is near. */
    public static String hint(String given, Collection<String> candidates) {
        return closest(given, candidates)
                .map(c -> "; did you mean \"" + c + "\"?")
                .orElse("");
    }

    /** The candidate at the least edit distance, if that is at most a third of the length (two for short names). */
    public static Optional<String> closest(String given, Collection<String> candidates) {
        int most = Math.max(2, given.length() / 3);
        if (given.length() < 3) {
            most = 1;
        }
        int limit = most;
        return candidates.stream()
                .filter(c -> distance(given, c) <= limit)
                .min(Comparator.<String>comparingInt(c -> distance(given, c))
                        .thenComparing(c -> !letters(c).equals(letters(given)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The letters of a name in order: two names with the same ones differ by a swap. */
    private static String letters(String name) {
        char[] letters = name.toLowerCase(Locale.ROOT).toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Optimal string alignment distance, regardless of case: insertions, deletions, changes and swaps of neighbours. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
