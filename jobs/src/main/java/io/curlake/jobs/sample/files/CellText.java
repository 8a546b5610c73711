package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;

/** How an export writes a value as text. */
interface CellText {
    String of(ExportColumn column, LineItem item);
}
