/** A given delivery, loaded again and compared with what was recorded of it. */
@NullMarked
package io.curlake.jobs.run.replay;

import org.jspecify.annotations.NullMarked;
