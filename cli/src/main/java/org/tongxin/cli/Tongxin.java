package org.tongxin.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The program: {@code tongxin COMMAND}. Ends with 0, with 2 for bad input, with 1 for a mistake of its own. */
@Command(
        name = "tongxin",
        description = "Early warning, synthetic populations, simulations and allocation on files.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class)
public final class Tongxin {

    private static final SortedMap<String, Supplier<Callable<Integer>>> COMMANDS = new TreeMap<>(Map.of(
            "allocate", AllocateCommand::new,
            "check", CheckCommand::new,
            "detect", DetectCommand::new,
            "rate", RateCommand::new,
            "reproduction", ReproductionCommand::new,
            "scan", ScanCommand::new,
            "search", SearchCommand::new,
            "simulate", SimulateCommand::new,
            "synthesise", SynthesiseCommand::new));

    private static final int BAD_INPUT = 2;
    private static final int OWN_MISTAKE = 1;

    private Tongxin() {}

    /** Runs one command and ends the program with its code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Tongxin());
        commandsFor(arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setOut(out).setErr(err);
        line.setParameterExceptionHandler(Tongxin::refuseParameter);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, err));
        if (arguments.length == 0) {
            line.usage(err);
            return BAD_INPUT;
        }
        return line.execute(arguments);
    }

    /** The one that is named, or else all, for help and hints: each that is entered costs a good part of the start. */
    private static Map<String, Supplier<Callable<Integer>>> commandsFor(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        @Nullable Supplier<Callable<Integer>> named = COMMANDS.get(first);
        if (named != null) {
            return Map.of(first, named);
        }
        return first.equals("--version") ? Map.of() : COMMANDS;
    }

    private static int refuseParameter(ParameterException refused, String... arguments) {
        CommandLine command = refused.getCommandLine();
        command.getErr().println(refused.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
    }

    /** The core refuses values with words for people; anything else is ours to mend, and its trace is wanted. */
    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof BadInput || failure instanceof IllegalArgumentException) {
            err.println(failure.getMessage());
            return BAD_INPUT;
        }
        err.println("This is a mistake of the program, not of the input. Please report it with the lines below.");
        failure.printStackTrace(err);
        return OWN_MISTAKE;
    }

    /** From the jar's manifest; "development" when run from classes. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            @Nullable String version = Tongxin.class.getPackage().getImplementationVersion();
            return new String[] {"tongxin " + (version == null ? "development" : version)};
        }
    }
}
