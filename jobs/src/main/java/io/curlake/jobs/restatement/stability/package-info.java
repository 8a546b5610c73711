/** After how many days a day's cost stands still, from the history of restatements. */
@NullMarked
package io.curlake.jobs.restatement.stability;

import org.jspecify.annotations.NullMarked;
