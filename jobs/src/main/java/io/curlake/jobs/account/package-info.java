/** The accounts connected to a source: the list, the file it is imported from, who is connected in which period. */
@NullMarked
package io.curlake.jobs.account;

import org.jspecify.annotations.NullMarked;
