package io.charter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private final Language english = Language.of("en");
    private final Language french = Language.of("fr");

    @Test
    void datesAreWrittenOut() {
        assertThat(english.date(LocalDate.of(2026, 1, 18))).isEqualTo("18 January 2026");
        assertThat(french.date(LocalDate.of(2026, 1, 18))).isEqualTo("18 janvier 2026");
        assertThat(french.date(LocalDate.of(2026, 1, 1))).isEqualTo("1er janvier 2026");
        assertThat(french.date(LocalDate.of(2026, 8, 21))).isEqualTo("21 août 2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 0",
                "999 | 999 | 999",
                "1000 | 1,000 | 1_000",
                "1000000000.01 | 1,000,000,000.01 | 1_000_000_000,01",
                "12.50 | 12.5 | 12,5",
                "1E+9 | 1,000,000,000 | 1_000_000_000"
            })
    void numbersAreGroupedInThrees(String number, String inEnglish, String inFrench) {
        assertThat(english.number(new BigDecimal(number))).isEqualTo(inEnglish);
        assertThat(french.number(new BigDecimal(number))).isEqualTo(inFrench.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "le Maroc,du Maroc,au Maroc",
                "la Hongrie,de la Hongrie,à la Hongrie",
                "l'Albanie,de l'Albanie,à l'Albanie",
                "les Pays-Bas,des Pays-Bas,aux Pays-Bas",
                "Cuba,de Cuba,à Cuba",
                "Israël,d'Israël,à Israël"
            })
    void frenchArticlesContract(String name, String of, String to) {
        assertThat(french.name("de", Name.plain(name))).isEqualTo(of);
        assertThat(french.name("à", Name.plain(name))).isEqualTo(to);
        assertThat(french.name("Le", Name.plain(name))).isEqualTo(Language.capital(name));
        assertThat(french.name(null, Name.plain(name))).isEqualTo(name);
    }

    @Test
    void countsTakeThePluralEachLanguageInItsWay() {
        assertThat(english.plural(0)).isTrue();
        assertThat(english.plural(1)).isFalse();
        assertThat(french.plural(0)).isFalse();
        assertThat(french.plural(1)).isFalse();
        assertThat(french.plural(2)).isTrue();
    }
}
