/** Gold tables, rebuilt for the periods whose line items changed. */
@NullMarked
package io.curlake.jobs.run.build;

import org.jspecify.annotations.NullMarked;
