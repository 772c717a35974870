package io.charter.rulebook.model;

import io.charter.text.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that sentences use.
 *
 * @param lists by list, then by code, then by language
 */
public record Names(Map<String, Map<String, Map<String, Name>>> lists) {

    /** The codes that a field with these lists may hold; an item is a list, or one name of a list ({@code list.code}). */
    public Set<String> codes(List<String> named) {
        Set<String> codes = new LinkedHashSet<>();
        for (String item : named) {
            int dot = item.indexOf('.');
            if (dot < 0) {
                codes.addAll(lists.getOrDefault(item, Map.of()).keySet());
            } else {
                codes.add(item.substring(dot + 1));
            }
        }
        return codes;
    }

    /** Whether a code is among {@link #codes(List)}. */
    public boolean know(List<String> named, String code) {
        for (String item : named) {
            int dot = item.indexOf('.');
            if (dot < 0
                    ? lists.getOrDefault(item, Map.of()).containsKey(code)
                    : item.substring(dot + 1).equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** How a language writes the name of a code of these lists, or null where it has none. */
    public Name name(List<String> named, String code, String language) {
        for (String item : named) {
            int dot = item.indexOf('.');
            Map<String, Name> names = lists.getOrDefault(dot < 0 ? item : item.substring(0, dot), Map.of())
                    .get(code);
            if (names != null) {
                return names.get(language);
            }
        }
        return null;
    }

    /** The code of these lists that some language writes so, with or without its article, or null. */
    public String codeOf(List<String> named, String written) {
        for (String code : codes(named)) {
            for (Map<String, Map<String, Name>> list : lists.values()) {
                boolean same = list.getOrDefault(code, Map.of()).values().stream()
                        .anyMatch(name -> name.text().equalsIgnoreCase(written)
                                || name.text()
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith(" " + written.toLowerCase(Locale.ROOT)));
                if (same) {
                    return code;
                }
            }
        }
        return null;
    }
}
