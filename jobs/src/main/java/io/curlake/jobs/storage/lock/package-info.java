/** One writer a warehouse: who holds the lock, how it is renewed, released and taken over. */
@NullMarked
package io.curlake.jobs.storage.lock;

import org.jspecify.annotations.NullMarked;
