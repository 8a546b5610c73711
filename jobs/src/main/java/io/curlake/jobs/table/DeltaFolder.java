package io.curlake.jobs.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A table's folder and its Delta log. */
final class DeltaFolder {
    private final SparkSession spark;
    private final TableName table;
    private final String uri;

    DeltaFolder(SparkSession spark, TableName table, String uri) {
        this.spark = spark;
        this.table = table;
        this.uri = uri;
    }

    TableName table() {
        return table;
    }

    String uri() {
        return uri;
    }

    boolean exists() {
        DeltaLog log = log();
        log.update(false, Option.empty(), Option.empty());
        return log.tableExists();
    }

    /** Begins a transaction at the newest version; the table is created by its commit where there is none. */
    OptimisticTransaction begin() {
        OptimisticTransaction transaction = log().startTransaction(Option.empty(), Option.empty());
        if (transaction.readVersion() < 0) {
            transaction.updateMetadata(created(), false);
        }
        return transaction;
    }

    /** The files of one partition, or of the whole table; the transaction then fails if anyone else changes them. */
    static List<AddFile> files(OptimisticTransaction transaction, Map<String, String> partition) {
        List<Expression> filters = partition.entrySet().stream()
                .map(e -> (Expression) new EqualTo(
                        UnresolvedAttribute.quoted(e.getKey()),
                        new Literal(UTF8String.fromString(e.getValue()), DataTypes.StringType)))
                .toList();
        return CollectionConverters.asJava(transaction.filterFiles(seq(filters), false));
    }

    /** Adds columns that the table lacks, behind those it has, in the transaction's own commit. */
    static void addColumns(OptimisticTransaction transaction, StructType extended) {
        Metadata now = transaction.metadata();
        transaction.updateMetadata(
                new Metadata(
                        now.id(),
                        now.name(),
                        now.description(),
                        now.format(),
                        extended.json(),
                        now.partitionColumns(),
                        now.configuration(),
                        now.createdTime()),
                false);
    }

    static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
    }

    private Metadata created() {
        Map<String, String> configuration = new HashMap<>();
        if (table == TableName.LINE_ITEM) {
            configuration.put("delta.dataSkippingStatsColumns", String.join(",", TableName.SKIPPING_COLUMNS));
        }
        return new Metadata(
                UUID.randomUUID().toString(),
                table.tableName(),
                null,
                new Format("parquet", map(Map.of())),
                table.schema().json(),
                seq(table.partitionColumns()),
                map(configuration),
                Option.apply(System.currentTimeMillis()));
    }

    private DeltaLog log() {
        return DeltaLog.forTable(spark, new Path(uri));
    }
}
