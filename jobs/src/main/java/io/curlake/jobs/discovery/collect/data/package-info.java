/** What keeps data: databases, caches, file systems, tables. */
@NullMarked
package io.curlake.jobs.discovery.collect.data;

import org.jspecify.annotations.NullMarked;
