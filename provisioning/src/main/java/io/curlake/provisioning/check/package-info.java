/** Checks an existing export: every setting that matters, what it means for the data, and how to mend it. */
@NullMarked
package io.curlake.provisioning.check;

import org.jspecify.annotations.NullMarked;
