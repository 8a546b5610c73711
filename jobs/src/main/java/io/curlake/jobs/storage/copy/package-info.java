/** Copies of pinned objects, byte for byte: made by the store itself where it can, through this job's own machines otherwise. */
@NullMarked
package io.curlake.jobs.storage.copy;

import org.jspecify.annotations.NullMarked;
