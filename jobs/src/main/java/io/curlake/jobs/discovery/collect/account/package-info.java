/** What is of a whole account: buckets, users, access keys. */
@NullMarked
package io.curlake.jobs.discovery.collect.account;

import org.jspecify.annotations.NullMarked;
