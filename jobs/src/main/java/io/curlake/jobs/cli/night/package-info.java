/** The verb {@code run}: a whole night, one verb after another. */
@NullMarked
package io.curlake.jobs.cli.night;

import org.jspecify.annotations.NullMarked;
