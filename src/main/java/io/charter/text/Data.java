package io.charter.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes plain data whose keys keep the order in which they are written, so that it is always written the same. */
public final class Data {

    private Data() {}

    /** A map of keys and values in turn. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
