/** The verb {@code alerts}. */
@NullMarked
package io.curlake.jobs.cli.alert;

import org.jspecify.annotations.NullMarked;
