/** What lies in the folders of tables and is needed no longer: data, masks and log. */
@NullMarked
package io.curlake.jobs.table.upkeep;

import org.jspecify.annotations.NullMarked;
