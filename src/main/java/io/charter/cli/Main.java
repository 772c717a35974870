package io.charter.cli;

import io.charter.rulebook.compile.DroolsStart;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program {@code charter}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int status = run(args);
        System.out.flush();
        System.err.flush();
        // When all is well, to end of itself is sooner: for an exit, newer JDKs get ready to log it.
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the program and returns its exit status. */
    static int run(String... args) {
        try {
            return isPlainDecision(args) ? decide(args) : Commands.line(args).execute(args);
        } catch (Error e) {
            return defect(e);
        }
    }

    /** Whether files are to be decided, and nothing else is said: there is nothing to parse, which takes longer than to decide one. */
    private static boolean isPlainDecision(String... args) {
        return args.length > 1
                && args[0].equals("decide")
                && Arrays.stream(args).skip(1).noneMatch(a -> a.isEmpty() || a.startsWith("-") || a.startsWith("@"));
    }

    private static int decide(String... args) {
        DroolsStart.begin();
        try {
            List<Path> paths = Arrays.stream(args).skip(1).map(Path::of).toList();
            return DecideCommand.of(paths).call();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Says what went wrong, and returns the exit status. */
    static int failed(Exception e) {
        if (!(e instanceof CharterException fault)) {
            return defect(e);
        }
        fault.problems().forEach(p -> System.err.println(p.at() == null ? "charter: " + p : p));
        return fault.isAboutRules() ? Exit.SHORT : status(fault.problems().get(0));
    }

    /** What nobody should see: said in one line, with the place to report. */
    private static int defect(Throwable e) {
        String at = e.getStackTrace().length > 0 ? " (at " + e.getStackTrace()[0] + ")" : "";
        System.err.println("charter: the program failed, which is a defect of it; please report: "
                + String.valueOf(e).replaceAll("\\R", " ") + at);
        return Exit.FAILED;
    }

    private static int status(Problem first) {
        return switch (first.code()) {
            case "unwritable" -> Exit.FAILED;
            case "missing_file", "no_rules", "unknown_edition", "unknown_language" -> Exit.USAGE;
            default -> Exit.SHORT;
        };
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
