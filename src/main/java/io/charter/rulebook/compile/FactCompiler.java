package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.syntax.Block;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.modelcompiler.util.ClassUtil;

/** Compiles the declarations of an edition: a class for each fact type, and what Drools wants to know of them all. */
final class FactCompiler {

    /** What else a variable of a rule may hold. */
    private static final List<Class<?>> VALUES = List.of(
            String.class,
            LocalDate.class,
            BigDecimal.class,
            Long.class,
            Integer.class,
            Double.class,
            Number.class,
            Boolean.class,
            List.class,
            Comparable.class,
            Object.class);

    /** Ends the names of the classes that make facts; they are nested in one, so they have no name that a fact type could have. */
    private static final String ROW = "_Row";

    private FactCompiler() {}

    /** @throws io.charter.text.CharterException when Drools refuses a declaration */
    static Compilation compile(Edition edition, EditionText text) {
        DroolsBuild build = new DroolsBuild(edition, FactCompiler.class.getClassLoader(), text.only(Block::isDeclare));
        Map<String, byte[]> classes = new TreeMap<>(build.compiled());
        FactLoader loader = new FactLoader(classes);
        JavaSources sources = build.sources();
        classes.keySet().forEach(sources::leaveOut);
        String metadata = metadata(build.model());
        sources.add(
                JavaSources.path(metadata),
                metadataSource(edition, metadata, loader).getBytes(StandardCharsets.UTF_8));
        classes.putAll(sources.compile(loader, build::place));
        return new Compilation(build.model(), List.of(), classes);
    }

    /** The class that the rules of a model ask for the properties of facts. */
    static String metadata(String model) {
        int at = model.lastIndexOf('.') + 1;
        return model.substring(0, at) + model.substring(at).replaceFirst("^Rules", "DomainClassesMetadata");
    }

    private static String metadataSource(Edition edition, String metadata, ClassLoader loader) {
        Set<Class<?>> types = new LinkedHashSet<>(VALUES);
        StringBuilder rows = new StringBuilder();
        for (FactType type : edition.types().values()) {
            try {
                Class<?> made = loader.loadClass(edition.packageName() + "." + type.name());
                types.add(made);
                rows.append(row(type, made));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Drools made no class of " + type.name(), e);
            }
        }
        String name = metadata.substring(edition.packageName().length() + 1);
        return "package " + edition.packageName() + ";\npublic class " + name + " {\n"
                + types.stream().map(type -> metadata(type, name)).collect(Collectors.joining()) + rows + "}\n";
    }

    /** The name of the {@link FactRow} of a type. */
    static String row(String metadata, String type) {
        return metadata + "$" + type + ROW;
    }

    private static String row(FactType type, Class<?> made) throws NoSuchMethodException {
        String fact = made.getCanonicalName();
        StringBuilder set = new StringBuilder();
        StringBuilder get = new StringBuilder();
        StringBuilder one = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < type.fields().size(); i++) {
            String name = type.fields().get(i).name();
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            Class<?> value = made.getMethod("get" + capital).getReturnType();
            String cast = "(" + MethodType.methodType(value).wrap().returnType().getCanonicalName() + ")";
            set.append("            if (row.get(" + i + ") != null) fact.set" + capital + "(" + cast + " row.get(" + i
                    + "));\n");
            all.append((i == 0 ? "" : ", ") + cast + " values[" + i + "]");
            get.append((i == 0 ? "" : ", ") + "fact.get" + capital + "()");
            one.append("                case " + i + ": return fact.get" + capital + "();\n");
        }
        return "    public static final class " + type.name() + ROW + " extends " + FactRow.class.getName() + " {\n"
                + "        public Object fact(java.util.List<Object> row) {\n"
                + "            " + fact + " fact = new " + fact + "();\n" + set
                + "            return fact;\n        }\n"
                + "        public Object fact(Object[] values) {\n"
                + "            return new " + fact + "(" + all + ");\n        }\n"
                + "        public Object[] values(Object of) {\n"
                + "            " + fact + " fact = (" + fact + ") of;\n"
                + "            return new Object[] {" + get + "};\n        }\n"
                + "        public Object value(Object of, int place) {\n"
                + "            " + fact + " fact = (" + fact + ") of;\n"
                + "            switch (place) {\n" + one
                + "                default: throw new IndexOutOfBoundsException(place);\n            }\n        }\n    }\n";
    }

    private static String metadata(Class<?> type, String name) {
        String made = FactMetadata.class.getName();
        return "    public static final " + made + " " + ClassUtil.asJavaSourceName(type) + "_Metadata_INSTANCE = new "
                + made + "(\"" + type.getName() + "\", " + name + ".class"
                + ClassUtil.getAccessiblePropertiesIncludingNonGetterValueMethod(type).stream()
                        .distinct()
                        .map(property -> ", \"" + property + "\"")
                        .collect(Collectors.joining())
                + ");\n";
    }
}
