/** Billing files as stored: compression told by name, decompression, and the refusal of a file that is broken. */
@NullMarked
package io.curlake.jobs.export.text.file;

import org.jspecify.annotations.NullMarked;
