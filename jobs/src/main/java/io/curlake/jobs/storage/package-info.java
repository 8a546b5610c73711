/** The only package that sees Hadoop file systems and S3: objects, listings, conditional creates, locks. */
@NullMarked
package io.curlake.jobs.storage;

import org.jspecify.annotations.NullMarked;
