/** Why the delivered cost of a key changed. Plain functions: no Spark. */
@NullMarked
package io.curlake.jobs.restatement.cause;

import org.jspecify.annotations.NullMarked;
