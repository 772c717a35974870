package io.charter.rulebook.compile;

import java.util.List;
import org.drools.model.DomainClassMetadata;

/**
 * The properties of a class that rules match, in the order in which Drools counts them; compiled rules refer to it. Drools would make
 * a class for each of them, to be loaded at each start.
 */
public final class FactMetadata implements DomainClassMetadata {

    private final Class<?> type;
    private final List<String> properties;

    public FactMetadata(Class<?> type, String... properties) {
        this.type = type;
        this.properties = List.of(properties);
    }

    @Override
    public Class<?> getDomainClass() {
        return type;
    }

    @Override
    public int getPropertiesSize() {
        return properties.size();
    }

    /** @throws IllegalArgumentException when the class has no such property */
    @Override
    public int getPropertyIndex(String name) {
        int index = properties.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(type.getName() + " has no property \"" + name + "\"");
        }
        return index;
    }
}
