/** The verbs about accounts: who there is, who is connected, what changing that would do. */
@NullMarked
package io.curlake.jobs.cli.account;

import org.jspecify.annotations.NullMarked;
