/** Who spends: accounts, regions, labels and commitments of the synthetic organization, all derived from a seed. */
@NullMarked
package io.curlake.jobs.sample.organization;

import org.jspecify.annotations.NullMarked;
