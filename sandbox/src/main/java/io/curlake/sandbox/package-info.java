/** An embedded S3 server, for tests, the demo and the benchmarks. */
@NullMarked
package io.curlake.sandbox;

import org.jspecify.annotations.NullMarked;
