/** Machines: instances, their volumes, snapshots and images. */
@NullMarked
package io.curlake.jobs.discovery.collect.machine;

import org.jspecify.annotations.NullMarked;
