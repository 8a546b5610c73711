package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
    @Test
    void anAccountIdKeepsItsLeadingZeros() {
        assertThat(new AccountId("000000000042")).hasToString("000000000042");
    }

    @Test
    void lostLeadingZerosAreNamedAndPutBack() {
        assertThatThrownBy(() -> new AccountId("42"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'42' is no account id: an account id has 12 digits, this has 2 (did a spreadsheet drop "
                        + "leading zeros? then it is '000000000042')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123", "1.23457E+11", "12345678901a", " 123456789012", "١١١١٢٢٢٢٣٣٣٣"})
    void whatHasNotTwelveDigitsIsNoAccountId(String text) {
        assertThatThrownBy(() -> new AccountId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no account id: an account id has 12 digits");
    }
}
