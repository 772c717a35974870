package io.charter.rulebook.compile;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.ecj.EclipseJavaCompilerSettings;
import org.drools.model.codegen.execmodel.JavaParserCompiler;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.JavaCompilerSettings;

/** Java that was made of rules, to be compiled. */
final class JavaSources {

    private static final String ROOT = "src/main/java/";

    private final Map<String, byte[]> sources = new LinkedHashMap<>();

    /** @param path the path of its file, as {@code some/folder/Name.java} */
    void add(String path, byte[] text) {
        sources.put(path, text);
    }

    void leaveOut(String className) {
        sources.remove(path(className));
    }

    /**
     * Compiles it.
     *
     * @param loader knows the classes that it names
     * @param places tells where in the rules a class comes from
     * @return the bytes of the classes by their names
     * @throws CharterException when the Java compiler refuses it
     */
    Map<String, byte[]> compile(ClassLoader loader, Function<String, Position> places) {
        MemoryFileSystem from = new MemoryFileSystem();
        MemoryFileSystem to = new MemoryFileSystem();
        sources.forEach((path, text) -> from.write(ROOT + path, text));
        String[] paths = sources.keySet().stream().map(path -> ROOT + path).toArray(String[]::new);
        CompilationProblem[] errors = JavaParserCompiler.getCompiler()
                .compile(paths, from, to, loader, settings())
                .getErrors();
        if (errors.length > 0) {
            throw new CharterException(Arrays.stream(errors)
                    .map(error -> problem(error.getMessage(), places.apply(className(error.getFileName()))))
                    .distinct()
                    .toList());
        }
        Map<String, byte[]> classes = new TreeMap<>();
        to.getMap().forEach((path, bytes) -> classes.put(path.asClassName(), bytes));
        return classes;
    }

    /** No line numbers and names of local variables: nobody sees the Java, and the classes are smaller. */
    private static JavaCompilerSettings settings() {
        JavaCompilerSettings usual = JavaParserCompiler.getCompiler().createDefaultSettings();
        if (!(usual instanceof EclipseJavaCompilerSettings)) {
            return usual;
        }
        JavaCompilerSettings settings = new EclipseJavaCompilerSettings(Map.of(
                EclipseJavaCompilerSettings.CompilerOptions_OPTION_LineNumberAttribute,
                EclipseJavaCompilerSettings.CompilerOptions_DO_NOT_GENERATE,
                EclipseJavaCompilerSettings.CompilerOptions_OPTION_LocalVariableAttribute,
                EclipseJavaCompilerSettings.CompilerOptions_DO_NOT_GENERATE));
        settings.setSourceVersion(usual.getSourceVersion());
        settings.setTargetVersion(usual.getTargetVersion());
        return settings;
    }

    /** What the engine says of rules. */
    static Problem problem(String message, Position at) {
        return Problem.of("engine", "the engine refuses this: " + message.replaceAll("\\s+", " "), at);
    }

    static String path(String className) {
        return className.replace('.', '/') + ".java";
    }

    private static String className(String file) {
        return file == null
                ? ""
                : file.replaceFirst("^/?" + ROOT, "")
                        .replaceFirst("\\.java$", "")
                        .replace('/', '.');
    }
}
