/** The contract of provisioning and jobs: periods, accounts, formats, columns, money. Pure Java, no I/O. */
@NullMarked
package io.curlake.model;

import org.jspecify.annotations.NullMarked;
