/** The accounts connected to a source, who is connected in which period, the files they are described in, and what is new. */
@NullMarked
package io.curlake.jobs.account;

import org.jspecify.annotations.NullMarked;
