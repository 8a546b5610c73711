/** Whose cost is whose: rules from accounts, tags and cost categories to teams, and shared cost split without loss. */
@NullMarked
package io.curlake.jobs.insight.showback;

import org.jspecify.annotations.NullMarked;
