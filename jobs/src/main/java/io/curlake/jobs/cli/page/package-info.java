/** The verb {@code report}. */
@NullMarked
package io.curlake.jobs.cli.page;

import org.jspecify.annotations.NullMarked;
