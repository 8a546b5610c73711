/** Reports as one HTML file: elements, tables, charts, numbers. Pure functions. */
@NullMarked
package io.curlake.jobs.report.page;

import org.jspecify.annotations.NullMarked;
