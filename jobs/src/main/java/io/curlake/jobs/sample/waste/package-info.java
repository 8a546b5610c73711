/** Resources that are planted in a sample as waste of known value, and the cloud that a sample's bill is of. */
@NullMarked
package io.curlake.jobs.sample.waste;

import org.jspecify.annotations.NullMarked;
