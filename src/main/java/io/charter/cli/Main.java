package io.charter.cli;

import io.charter.text.Build;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code charter}. */
@Command(
        name = "charter",
        description = "Decides what the charter of an organisation says of a scenario, and explains why.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit statuses:%n",
        exitCodeList = {
            "0:done",
            "1:the rules or the fixtures fall short",
            "2:bad usage",
            "3:some input could not be decided",
            "4:the program failed"
        })
public final class Main implements Runnable {

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "charter " + Build.version() + ", Drools " + Build.drools() + ", Java " + Runtime.version()
            };
        }
    }

    /** The commands by name, in the order of the help. */
    private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("decide", DecideCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("report", ReportCommand::new);
        COMMANDS.put("test", TestCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("compare", CompareCommand::new);
        COMMANDS.put("schema", SchemaCommand::new);
        COMMANDS.put("list", ListCommand::new);
        COMMANDS.put("how", HowCommand::new);
        COMMANDS.put("timeline", TimelineCommand::new);
        COMMANDS.put("generate", GenerateCommand::new);
        COMMANDS.put("help", CommandLine.HelpCommand::new);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }

    public static void main(String[] args) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int status = run(args);
        System.out.flush();
        System.err.flush();
        System.exit(status);
    }

    /** Runs the program and returns its exit status. */
    static int run(String... args) {
        CommandLine line = line(args);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, commandLine, result) -> failed(e));
        line.setParameterExceptionHandler((e, rest) -> {
            System.err.println("charter: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err);
            System.err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE;
        });
        try {
            return line.execute(args);
        } catch (Error e) {
            return defect(e);
        }
    }

    /** The command line with the command that is called for, or with all where it is not clear which: making one takes its time. */
    private static CommandLine line(String... args) {
        CommandLine line = new CommandLine(new Main());
        boolean clear = args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals("help");
        COMMANDS.forEach((name, command) -> {
            if (!clear || name.equals(args[0])) {
                line.addSubcommand(name, command.get());
            }
        });
        return line;
    }

    private static int failed(Exception e) {
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
