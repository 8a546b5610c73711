/** What a budget counts, and how it stands. Plain Java. */
@NullMarked
package io.curlake.jobs.insight.budget;

import org.jspecify.annotations.NullMarked;
