package io.charter.rulebook.compile;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The class that Drools made of a fact type, with its fields by name. */
public final class FactClass {

    private final FactType type;
    private final Class<?> javaClass;
    private final List<Method> getters = new ArrayList<>();
    private final List<Method> setters = new ArrayList<>();

    FactClass(FactType type, Class<?> javaClass) throws NoSuchMethodException {
        this.type = type;
        this.javaClass = javaClass;
        for (Field field : type.fields()) {
            String capital =
                    Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
            Method getter = javaClass.getMethod("get" + capital);
            getters.add(getter);
            setters.add(javaClass.getMethod("set" + capital, getter.getReturnType()));
        }
    }

    public FactType type() {
        return type;
    }

    /** A new fact with these values; fields without one keep what Java gives them. */
    public Object newFact(Map<String, Object> values) {
        try {
            Object fact = javaClass.getConstructor().newInstance();
            for (int i = 0; i < setters.size(); i++) {
                Object value = values.get(type.fields().get(i).name());
                if (value != null) {
                    setters.get(i).invoke(fact, value);
                }
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of " + type.name() + " is not as compiled", e);
        }
    }

    /** The values of a fact, in the order of the type's fields. */
    public List<Object> values(Object fact) {
        List<Object> values = new ArrayList<>(getters.size());
        try {
            for (Method getter : getters) {
                values.add(getter.invoke(fact));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of " + type.name() + " is not as compiled", e);
        }
        return values;
    }
}
