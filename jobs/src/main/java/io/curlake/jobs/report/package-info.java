/** What a report says, as plain records. Nothing here reads a table or knows HTML, but for the packages {@code page}. */
@NullMarked
package io.curlake.jobs.report;

import org.jspecify.annotations.NullMarked;
