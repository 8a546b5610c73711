package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.storage.Storage;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import scala.Option;

/**
 * The rows of a delivery's CSV files under CUR 2.0 names and types: every known column that at least one file has, in
 * the order of LineItemColumn, then unknown ones as text, then
 *
 * <ul>
 *   <li>{@code _file}: the number of the file; {@code _line}: the line on which the record starts
 *   <li>{@code _reason}: why the row is rejected, null for a readable row; {@code _text}: the rejected record
 * </ul>
 *
 * A rejected row still comes out, with everything that could be read. A value that is absent, or whose column only other
 * files have, reads '', 0.0 or {}; an absent time reads null. Only the columns a query needs are read, which changes no
 * row and no reason. A file that cannot be read as a whole fails the query with a Refusal among the causes.
 */
public final class TextRows {
    public static final String FILE = Provenance.FILE;
    public static final String LINE = Provenance.LINE;
    public static final String REASON = Provenance.REASON;
    public static final String TEXT = Provenance.TEXT;

    private TextRows() {}

    public static Dataset<Row> read(SparkSession spark, Storage storage, List<TextFile> files, TextDialect dialect) {
        TextTable table = new TextTable(storage, List.copyOf(files), dialect);
        return org.apache.spark.sql.classic.Dataset.ofRows(
                (org.apache.spark.sql.classic.SparkSession) spark,
                DataSourceV2Relation.create(table, Option.empty(), Option.empty()));
    }
}
