/** What README and docs say to type, typed. */
@NullMarked
package io.curlake.cli.docs;

import org.jspecify.annotations.NullMarked;
