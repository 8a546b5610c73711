/** What is stored and not used, or dearer than it need be. */
@NullMarked
package io.curlake.jobs.finding.storage;

import org.jspecify.annotations.NullMarked;
