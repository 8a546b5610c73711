/** What lies in a folder, with its age. */
@NullMarked
package io.curlake.jobs.storage.listing;

import org.jspecify.annotations.NullMarked;
