/** Jobs on a real Spark cluster: a master and workers in processes of their own, submitted to with spark-submit. */
@NullMarked
package io.curlake.cli.cluster;

import org.jspecify.annotations.NullMarked;
