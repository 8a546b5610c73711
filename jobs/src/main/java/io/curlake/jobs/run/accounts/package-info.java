/** What is known of accounts, what each spends, and what connecting or disconnecting one would change. */
@NullMarked
package io.curlake.jobs.run.accounts;

import org.jspecify.annotations.NullMarked;
