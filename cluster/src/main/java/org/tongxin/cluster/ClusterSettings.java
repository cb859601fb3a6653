package org.tongxin.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/** How Spark is used: no pages, nothing but runs. */
final class ClusterSettings {

    /** Of the command line, where its data lie. */
    private static final String DATA_PROPERTY = "tongxin.data";

    private ClusterSettings() {}

    /**
     * Settings of an application.
     *
     * @param master address of the master
     * @param host address at which workers reach the driver, and the only one it listens at
     * @param memory of a worker's process, with its unit
     * @param classpath of the program on the workers, at the same place as here where it is relative
     */
    static SparkConf of(String master, String host, String memory, String classpath) {
        return new SparkConf()
                .setAppName("tongxin")
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "WARN")
                .set("spark.driver.host", host)
                .set("spark.driver.bindAddress", host)
                .set("spark.executor.memory", memory)
                .set("spark.executor.extraClassPath", absolute(classpath))
                .set("spark.executor.extraJavaOptions", dataProperty());
    }

    /** The workers read the same folder of data as the driver, and do not stand where it stands. */
    private static String dataProperty() {
        Path data = Path.of(System.getProperty(DATA_PROPERTY, "data"));
        return "\"-D" + DATA_PROPERTY + "=" + data.toAbsolutePath() + "\"";
    }

    private static String absolute(String classpath) {
        return Arrays.stream(classpath.split(File.pathSeparator, -1))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
