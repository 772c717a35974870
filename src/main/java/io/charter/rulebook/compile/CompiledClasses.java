package io.charter.rulebook.compile;

import java.util.List;
import java.util.Map;

/**
 * The classes that Drools made of an edition's rules.
 *
 * @param models the names of the classes that hold the rules
 * @param classes the bytes of every class by its name
 */
record CompiledClasses(List<String> models, Map<String, byte[]> classes) {

    /** A loader that defines these classes and asks the program's own for every other. */
    ClassLoader loader() {
        return new Loader(classes);
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(CompiledClasses.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
