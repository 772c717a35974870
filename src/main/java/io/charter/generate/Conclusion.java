package io.charter.generate;

import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule concludes from its variables, and what its variables have to be for it to conclude what is wanted. */
final class Conclusion {

    private Conclusion() {}

    /** The values of the fact that follows, as far as they are known. */
    static Map<String, Object> of(Rule rule, Map<String, Object> bound) {
        Map<String, Object> fact = new LinkedHashMap<>();
        List<Field> fields = rule.then().type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = new Known(Map.of(), bound).value(rule.then().values().get(i));
            if (value != Known.OPEN) {
                fact.put(fields.get(i).name(), value);
            }
        }
        return fact;
    }

    /** Whether no value that the rule writes down is other than the one wanted. */
    static boolean allows(Rule rule, Map<String, Object> wanted) {
        Map<String, Object> written = of(rule, Map.of());
        return written.keySet().stream()
                .allMatch(name -> !wanted.containsKey(name) || Known.same(written.get(name), wanted.get(name)));
    }

    /** The variables of the rule that the values wanted settle. */
    static Map<String, Object> settled(Rule rule, Map<String, Object> wanted) {
        Map<String, Object> bound = new HashMap<>();
        List<Field> fields = rule.then().type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = wanted.get(fields.get(i).name());
            if (value != null) {
                settle(rule.then().values().get(i), value, bound);
            }
        }
        return bound;
    }

    /** Binds the variable in an expression so that the expression has the value, or about. */
    static void settle(Expression said, Object value, Map<String, Object> bound) {
        if (said instanceof Expression.Bound variable) {
            bound.putIfAbsent(variable.variable().name(), value);
        } else if (said instanceof Expression.Call call
                && call.target() != null
                && value instanceof LocalDate date
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Constant constant
                && constant.value() instanceof Long by) {
            settle(call.target(), new Written.Distance(call.method(), by).before(date), bound);
        }
    }
}
