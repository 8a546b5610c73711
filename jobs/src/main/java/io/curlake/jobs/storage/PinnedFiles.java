package io.curlake.jobs.storage;

import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Exactly the files it is given, with the sizes they were pinned at: nothing is listed, globbed or hidden (Spark's own
 * index skips names that begin with an underscore, which an export may have). Each file's number is the partition column
 * {@link #FILE} of its rows.
 */
final class PinnedFiles implements FileIndex {
    static final String FILE = "_file";

    private final List<NumberedFile> files;

    PinnedFiles(List<NumberedFile> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public StructType partitionSchema() {
        return new StructType().add(FILE, DataTypes.IntegerType, false);
    }

    /** Spark leaves filters on the number to the index and does not apply them again. */
    @Override
    public Seq<PartitionDirectory> listFiles(Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
        List<BasePredicate> filters = CollectionConverters.asJava(partitionFilters).stream()
                .map(PinnedFiles::onNumber)
                .toList();
        return seq(files.stream()
                .map(PinnedFiles::directory)
                .filter(directory -> filters.stream().allMatch(filter -> filter.eval(directory.values())))
                .toList());
    }

    @Override
    public Seq<Path> rootPaths() {
        return seq(files.stream().map(f -> Storage.path(f.object().uri())).toList());
    }

    @Override
    public String[] inputFiles() {
        return files.stream().map(f -> f.object().uri()).toArray(String[]::new);
    }

    @Override
    public void refresh() {}

    @Override
    public long sizeInBytes() {
        return files.stream().mapToLong(f -> f.object().size()).sum();
    }

    private static BasePredicate onNumber(Expression filter) {
        Expression bound = BindReferences.bindReference(
                filter, package$.MODULE$.AttributeSeq(filter.references().toSeq()), false);
        return Predicate.createInterpreted(bound);
    }

    private static PartitionDirectory directory(NumberedFile file) {
        FileStatus status = new FileStatus(
                file.object().size(),
                false,
                1,
                128L << 20,
                0L,
                Storage.path(file.object().uri()));
        InternalRow number = new GenericInternalRow(new Object[] {file.number()});
        return new PartitionDirectory(number, seq(List.of(new FileStatusWithMetadata(status, Map$.MODULE$.empty()))));
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }
}
