/** What of a load is worth telling someone who does not watch it, and the webhook that is told. */
@NullMarked
package io.curlake.jobs.alert;

import org.jspecify.annotations.NullMarked;
