package org.tongxin.cluster;

import java.io.PrintWriter;
import org.tongxin.cli.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code tongxin-cluster simulate}. Ends with 0, with 2 for bad input, with 1 when the cluster failed. */
@Command(
        name = "tongxin-cluster",
        description = "Simulations on several machines, with Apache Spark.",
        mixinStandardHelpOptions = true,
        subcommands = ClusterSimulateCommand.class)
public final class TongxinCluster {

    private static final int BAD_INPUT = 2;
    private static final int FAILED = 1;

    private TongxinCluster() {}

    /** Runs one command and ends the program with its code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new TongxinCluster()).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, err));
        if (arguments.length == 0) {
            line.usage(err);
            return BAD_INPUT;
        }
        return line.execute(arguments);
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof BadInput || failure instanceof IllegalArgumentException) {
            err.println(failure.getMessage());
            return BAD_INPUT;
        }
        failure.printStackTrace(err);
        return FAILED;
    }
}
