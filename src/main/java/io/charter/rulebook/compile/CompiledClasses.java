package io.charter.rulebook.compile;

import java.util.List;
import java.util.Map;

/**
 * The classes that Drools made of an edition.
 *
 * @param facts the name of the class that says what the fact types are
 * @param rules the names of the classes that make the rules, a rule each, in the order of the edition
 * @param classes the bytes of every class by its name
 */
record CompiledClasses(String facts, List<String> rules, Map<String, byte[]> classes) {

    /** Whether every class that it names is there. */
    boolean isWhole() {
        return classes.containsKey(facts) && classes.keySet().containsAll(rules);
    }

    /** A loader that defines these classes and asks the program's own for every other. */
    ClassLoader loader() {
        return new Loader(CompiledClasses.class.getClassLoader(), classes);
    }

    /** The method of a rule's class that makes the rule; Drools names the class after it. */
    String maker(String rule) {
        return rule.substring(facts.length() + 1);
    }

    /** Defines classes from bytes, before it asks its parent. */
    static class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
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
