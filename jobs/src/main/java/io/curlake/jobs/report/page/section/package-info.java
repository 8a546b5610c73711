/** The sections of the page, in its order. */
@NullMarked
package io.curlake.jobs.report.page.section;

import org.jspecify.annotations.NullMarked;
