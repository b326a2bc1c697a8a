package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class AccentsTest {

    /** Letters that Unicode spells out, or that fold in a way of their own before accents are looked at. */
    private static final String FOLDED_OTHERWISE = "\u0132\u0133\u0149ǄǅǆǇǈǉǊǋǌǱǲǳ";

    @Test
    void an_accented_letter_stands_for_what_unicode_decomposes_it_into() {
        for (char c = 0; c < 0x2000; c++) {
            boolean european = c < 0x530 || c >= 0x1E00;
            if (european && Character.isLowerCase(c) && FOLDED_OTHERWISE.indexOf(c) < 0) {
                String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
                assertThat(Accents.without(c)).as("U+%04X", (int) c).isEqualTo(decomposed.charAt(0));
            }
        }
    }
}
