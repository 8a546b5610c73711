/** Line items in canonical columns: conforming, rejecting, sorting by account, summing. Pure functions of datasets. */
@NullMarked
package io.curlake.jobs.lineitem;

import org.jspecify.annotations.NullMarked;
