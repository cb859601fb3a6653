package org.tongxin.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A master and workers as processes of their own, on the loopback only. Ends those that it started, and their children. */
final class StandaloneCluster implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(20);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<ProcessHandle> started = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    private StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        port = freePort();
        Files.createDirectories(folder.resolve("jars"));
    }

    static StandaloneCluster start(Path folder, int workers) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        try {
            cluster.launch("master", "org.apache.spark.deploy.master.Master", "--port", Integer.toString(cluster.port));
            cluster.await("master", "I have been elected leader");
            for (int i = 0; i < workers; i++) {
                cluster.workers.add(cluster.launchWorker("worker-" + i));
            }
            for (int i = 0; i < workers; i++) {
                cluster.await("worker-" + i, "Successfully registered with master");
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    String address() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** As when its machine loses power: the worker and the processes that it started. */
    void kill(int worker) {
        end(workers.get(worker).toHandle());
    }

    @Override
    public void close() {
        started.reversed().forEach(StandaloneCluster::end);
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each ->
                each.onExit().orTimeout(END.toSeconds(), TimeUnit.SECONDS).join());
    }

    private Process launchWorker(String name) throws IOException {
        String work = folder.resolve(name + "-work").toString();
        return launch(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--port",
                "0",
                "--cores",
                "1",
                "--memory",
                "512m",
                "--work-dir",
                work,
                address());
    }

    private Process launch(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m"));
        for (String option : JavaModuleOptions.defaultModuleOptionArray()) {
            command.add(option);
        }
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), main, "--host", LOOPBACK, "--webui-port", "0"));
        command.addAll(List.of(arguments));
        File log = log(name).toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** Looks at the log twenty times a second until the words stand in it. */
    private void await(String name, String words) throws IOException, InterruptedException {
        long until = System.nanoTime() + START.toNanos();
        while (!Files.readString(log(name)).contains(words)) {
            if (System.nanoTime() > until || !started.getLast().isAlive()) {
                throw new IllegalStateException(
                        "The " + name + " did not say “" + words + "”:\n" + Files.readString(log(name)));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
