package io.curlake.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.Refusal;
import io.curlake.notebook.Scope.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final List<Loaded> LOADED = List.of(
            new Loaded("beta", "USD", "2026-10", 9_000),
            new Loaded("acme", "EUR", "2026-10", 500),
            new Loaded("acme", "USD", "2026-08", 400),
            new Loaded("acme", "USD", "2026-09", 400));

    @Test
    void withoutAWishItIsTheFirstSourceItsMainCurrencyAndThatCurrencysNewestMonth() {
        assertThat(Scope.choose(new Scope("", "", ""), LOADED)).isEqualTo(new Scope("acme", "USD", "2026-09"));
    }

    @Test
    void aWishIsKept() {
        assertThat(Scope.choose(new Scope("acme", "EUR", ""), LOADED)).isEqualTo(new Scope("acme", "EUR", "2026-10"));
        assertThat(Scope.choose(new Scope("acme", "", "2026-08"), LOADED))
                .isEqualTo(new Scope("acme", "USD", "2026-08"));
    }

    @Test
    void aWishThatNothingWasLoadedOfIsRefusedAndSaysWhatThereIs() {
        assertThatThrownBy(() -> Scope.choose(new Scope("acme", "GBP", ""), LOADED))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot look at currency 'GBP': nothing of it was loaded. Set it to one of [EUR, USD].");
        assertThatThrownBy(() -> Scope.choose(new Scope("gamma", "", ""), LOADED))
                .hasMessage("Cannot look at source 'gamma': nothing of it was loaded. Set it to one of [acme, beta].");
    }
}
