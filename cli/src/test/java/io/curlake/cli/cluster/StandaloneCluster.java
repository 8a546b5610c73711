package io.curlake.cli.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A standalone master and two workers of one core on loopback, none of which runs where curlake's files are. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master (\\S+)");

    private final SparkHome home;
    private final Path folder;
    private final SparkDaemon master;
    private final String url;
    private final Map<Integer, SparkDaemon> workers = new TreeMap<>();

    private StandaloneCluster(SparkHome home, Path folder) {
        this.home = home;
        this.folder = folder;
        this.master = SparkDaemon.start(
                home,
                folder.resolve("master"),
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"));
        this.url = master.hear(MASTER);
    }

    static StandaloneCluster start(SparkHome home, Path folder) {
        StandaloneCluster cluster = new StandaloneCluster(home, folder);
        cluster.startWorkers();
        return cluster;
    }

    /** {@code spark://127.0.0.1:port}. */
    String url() {
        return url;
    }

    /** Starts those of the two workers that do not run. */
    void startWorkers() {
        for (int number : List.of(1, 2)) {
            workers.computeIfAbsent(number, this::worker);
        }
        workers.values().forEach(worker -> worker.hear(REGISTERED));
    }

    void killWorker(int number) {
        SparkDaemon worker = workers.remove(number);
        if (worker != null) {
            worker.kill();
        }
    }

    private SparkDaemon worker(int number) {
        Path workplace = workplace(number);
        return SparkDaemon.start(
                home,
                workplace,
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        workplace.toString(),
                        url));
    }

    private Path workplace(int number) {
        return folder.resolve("worker-" + number);
    }

    @Override
    public void close() {
        workers.values().forEach(SparkDaemon::close);
        master.close();
    }
}
