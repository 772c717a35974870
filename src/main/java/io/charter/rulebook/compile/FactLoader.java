package io.charter.rulebook.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.kie.memorycompiler.StoreClassLoader;

/** Knows the classes of facts, and shows their bytes to Java compilers: that of Eclipse asks for resources, that of the JDK for all. */
final class FactLoader extends CompiledClasses.Loader implements StoreClassLoader {

    private final Map<String, byte[]> store = new HashMap<>();

    FactLoader(Map<String, byte[]> classes) {
        super(FactLoader.class.getClassLoader(), classes);
        classes.forEach((name, bytes) -> store.put(name.replace('.', '/') + ".class", bytes));
    }

    @Override
    public Map<String, byte[]> getStore() {
        return store;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = store.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
