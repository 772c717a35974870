package io.charter.rulebook.compile;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The class that Drools made of a fact type, with its fields by name. */
public final class FactClass {

    private final FactType type;
    private final Constructor<?> constructor;
    private final Method[] getters;
    private final Method[] setters;

    FactClass(FactType type, Class<?> javaClass) throws NoSuchMethodException {
        this.type = type;
        this.constructor = javaClass.getConstructor();
        this.getters = new Method[type.fields().size()];
        this.setters = new Method[getters.length];
        for (int i = 0; i < getters.length; i++) {
            Field field = type.fields().get(i);
            String capital =
                    Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
            getters[i] = javaClass.getMethod("get" + capital);
            setters[i] = javaClass.getMethod("set" + capital, getters[i].getReturnType());
        }
    }

    public FactType type() {
        return type;
    }

    /**
     * A new fact.
     *
     * @param row the values of its fields in the order of the type; a field for which there is null keeps what Java gives it
     */
    public Object newFact(List<Object> row) {
        try {
            Object fact = constructor.newInstance();
            for (int i = 0; i < setters.length; i++) {
                Object value = row.get(i);
                if (value != null) {
                    setters[i].invoke(fact, value);
                }
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of " + type.name() + " is not as compiled", e);
        }
    }

    /** The values of a fact, in the order of the type's fields. */
    public List<Object> values(Object fact) {
        Object[] values = new Object[getters.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = getters[i].invoke(fact);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of " + type.name() + " is not as compiled", e);
        }
        return Arrays.asList(values);
    }
}
