package io.charter.cli;

import io.charter.text.Build;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The commands of the program {@code charter}. */
@Command(
        name = "charter",
        description = "Decides what the charter of an organisation says of a scenario, and explains why.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        exitCodeListHeading = "%nExit statuses:%n",
        exitCodeList = {
            "0:done",
            "1:the rules or the fixtures fall short",
            "2:bad usage",
            "3:some input could not be decided",
            "4:the program failed"
        })
final class Commands implements Runnable {

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

    private Commands() {}

    @Override
    public void run() {
        throw Usage.error(spec, "name a command");
    }

    /** The command line with the command that is called for, or with all where it is not clear which: making one takes its time. */
    static CommandLine line(String... args) {
        CommandLine line = new CommandLine(new Commands());
        boolean clear = args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals("help");
        COMMANDS.forEach((name, command) -> {
            if (!clear || name.equals(args[0])) {
                line.addSubcommand(name, command.get());
            }
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, commandLine, result) -> Main.failed(e));
        line.setParameterExceptionHandler((e, rest) -> {
            System.err.println("charter: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err);
            System.err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE;
        });
        return line;
    }
}
