/** The verbs that build gold tables, and what they say. */
@NullMarked
package io.curlake.jobs.cli.gold;

import org.jspecify.annotations.NullMarked;
