/** What is known of accounts besides their cost: who said it, which word counts, since when. Plain Java. */
@NullMarked
package io.curlake.jobs.account.catalog;

import org.jspecify.annotations.NullMarked;
