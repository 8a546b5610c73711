/** Files that a publication will make visible: masked, read back and summed before they are. */
@NullMarked
package io.curlake.jobs.table.staged;

import org.jspecify.annotations.NullMarked;
