/** The use cases: each a story over the packages below it. */
@NullMarked
package io.curlake.jobs.run;

import org.jspecify.annotations.NullMarked;
