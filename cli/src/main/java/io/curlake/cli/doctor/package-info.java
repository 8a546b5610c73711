/** {@code doctor}: looks at everything a night needs, and says the next step. Starts no Spark. */
@NullMarked
package io.curlake.cli.doctor;

import org.jspecify.annotations.NullMarked;
