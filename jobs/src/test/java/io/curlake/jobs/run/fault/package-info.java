/** What goes wrong around a load: kills, pauses, stores that fail. With real processes and the real S3 protocol. */
@NullMarked
package io.curlake.jobs.run.fault;

import org.jspecify.annotations.NullMarked;
