package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.storage.Storage;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The CSV files of a delivery, as Spark's planner sees them. */
final class TextTable implements SupportsRead {
    private final Storage storage;
    private final List<TextFile> files;
    private final TextDialect dialect;
    private final StructType schema;

    TextTable(Storage storage, List<TextFile> files, TextDialect dialect) {
        this.storage = storage;
        this.files = files;
        this.dialect = dialect;
        this.schema = TextSchema.of(files, dialect);
    }

    @Override
    public String name() {
        return "billing text";
    }

    @Override
    public Column[] columns() {
        return CatalogV2Util.structTypeToV2Columns(schema);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return new TextScanBuilder(new TextRowReaders(storage, dialect, schema), files);
    }
}
