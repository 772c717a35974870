package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.syntax.Block;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private FactCompiler() {}

    /** @throws io.charter.text.CharterException when Drools refuses a declaration */
    static Compilation compile(Edition edition, EditionText text) {
        DroolsBuild build = new DroolsBuild(edition, FactCompiler.class.getClassLoader(), text.only(Block::isDeclare));
        Map<String, byte[]> classes = new TreeMap<>(build.compiled());
        FactLoader loader = new FactLoader(classes);
        JavaSources sources = build.sources();
        String metadata = metadata(build.model());
        List<Class<?>> drools = new ArrayList<>();
        int number = 0;
        for (FactType type : edition.types().values()) {
            Class<?> made = load(loader, edition.packageName() + "." + type.name());
            drools.add(made);
            sources.add(JavaSources.path(made.getName()), source(edition, type, number++, made));
        }
        sources.add(JavaSources.path(metadata), metadataSource(edition, metadata, drools));
        classes.putAll(sources.compile(new FactLoader(Map.of()), build::place));
        return new Compilation(build.model(), List.of(), classes);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Drools made no class of " + name, e);
        }
    }

    /** The class that the rules of a model ask for the properties of facts. */
    static String metadata(String model) {
        int at = model.lastIndexOf('.') + 1;
        return model.substring(0, at) + model.substring(at).replaceFirst("^Rules", "DomainClassesMetadata");
    }

    private static byte[] metadataSource(Edition edition, String metadata, List<Class<?>> facts) {
        Set<Class<?>> types = new LinkedHashSet<>(VALUES);
        types.addAll(facts);
        String name = metadata.substring(edition.packageName().length() + 1);
        return ("package " + edition.packageName() + ";\npublic class " + name + " {\n"
                        + types.stream().map(type -> metadata(type, name)).collect(Collectors.joining()) + "}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The class of a fact type in the place of that which Drools makes of it. It has the same name, and to code that makes facts and reads
     * their fields it is the same.
     *
     * @param made the class of Drools
     */
    private static byte[] source(Edition edition, FactType type, int number, Class<?> made) {
        StringBuilder keys = new StringBuilder();
        StringBuilder taken = new StringBuilder();
        StringBuilder given = new StringBuilder();
        StringBuilder get = new StringBuilder();
        for (int i = 0; i < type.fields().size(); i++) {
            Method getter = getter(made, type.fields().get(i).name());
            String value = getter.getReturnType().getCanonicalName();
            String object = MethodType.methodType(getter.getReturnType())
                    .wrap()
                    .returnType()
                    .getCanonicalName();
            keys.append(type.fields().get(i).key() ? ", " + i : "");
            taken.append((i == 0 ? "" : ", ") + value + " v" + i);
            given.append((i == 0 ? "" : ", ") + "v" + i);
            get.append("    public " + value + " " + getter.getName() + "() { return (" + object + ") values[" + i
                    + "]; }\n");
        }
        String row = FactRow.class.getName();
        String form = FactForm.class.getName();
        String name = type.name();
        String parent = type.parent() == null
                ? row
                : edition.packageName() + "." + type.parent().name();
        String all = taken.length() == 0
                ? ""
                : "    public " + name + "(" + taken + ") { super(FORM, new java.lang.Object[] {" + given + "}); }\n";
        return ("package " + edition.packageName() + ";\npublic class " + name + " extends " + parent + " {\n"
                        + "    private static final " + form + " FORM = new " + form + "(" + number + keys + ");\n"
                        + "    protected " + name + "(" + form
                        + " form, java.lang.Object[] values) { super(form, values); }\n"
                        + "    public " + name + "() { super(FORM, new java.lang.Object["
                        + type.fields().size() + "]); }\n"
                        + all + get + "}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Method getter(Class<?> made, String field) {
        try {
            return made.getMethod("get" + Character.toUpperCase(field.charAt(0)) + field.substring(1));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Drools made no method that reads " + field, e);
        }
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
