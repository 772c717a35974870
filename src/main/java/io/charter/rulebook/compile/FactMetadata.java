package io.charter.rulebook.compile;

import java.util.List;
import org.drools.model.DomainClassMetadata;

/**
 * The properties of a class that rules match, in the order in which Drools counts them; compiled rules refer to it. Drools would make
 * a class for each of them, to be loaded at each start.
 */
public final class FactMetadata implements DomainClassMetadata {

    private final String type;
    private final ClassLoader loader;
    private final List<String> properties;

    /**
     * @param type the name of the class, which is loaded when Drools asks for it: of most it does not, where few rules are loaded
     * @param beside a class that the same loader knows
     */
    public FactMetadata(String type, Class<?> beside, String... properties) {
        this.type = type;
        this.loader = beside.getClassLoader();
        this.properties = List.of(properties);
    }

    @Override
    public Class<?> getDomainClass() {
        try {
            return loader.loadClass(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the compiled rules are not whole", e);
        }
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
            throw new IllegalArgumentException(type + " has no property \"" + name + "\"");
        }
        return index;
    }
}
