package io.curlake.jobs.table;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableLog;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table as its log and its folder show it. */
public record TestTable(Storage storage, String uri) {
    public long version() {
        return state().version();
    }

    /** The live files of all partitions, by name. */
    public List<TableFile> files() {
        return files(Map.of());
    }

    /** The live files of a period of {@code acme}, by name. */
    public List<TableFile> files(BillingPeriod period) {
        return files(Map.of("source", "acme", "billing_period", period.toString()));
    }

    private List<TableFile> files(Map<String, String> partition) {
        return state().files(partition).stream()
                .sorted(Comparator.comparing(TableFile::name))
                .toList();
    }

    /** Where a live file lies on the local disk. */
    public Path path(TableFile file) {
        return local(file.uri(uri));
    }

    /** Where the vector of a live file lies on the local disk. */
    public Path vector(TableFile file) {
        return local(new VectorFile(storage, uri).uri(file.maskIfAny().orElseThrow()));
    }

    /** What lies in the table's folder on the local disk besides its log: data files and vectors. */
    public Set<Path> stored() {
        try (Stream<Path> files = Files.walk(local(uri))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/_delta_log/"))
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of {@link #stored} the newest version needs. */
    public Set<Path> live() {
        Set<Path> live = new TreeSet<>();
        for (TableFile file : files()) {
            live.add(path(file));
            file.maskIfAny().ifPresent(mask -> live.add(vector(file)));
        }
        return live;
    }

    /** Runs SQL of Spark in which {@code line_item} stands for this table. */
    public Dataset<Row> sql(SparkSession spark, String statement) {
        return spark.sql(statement.replaceAll("\\bline_item\\b", "delta.`" + uri + "`"));
    }

    private TableState state() {
        return new TableLog(storage, uri, Clock.systemUTC()).newest().orElseThrow();
    }

    private static Path local(String uri) {
        return Path.of(Storage.path(uri).toUri().getPath());
    }
}
