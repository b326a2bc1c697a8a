package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.TextScanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallTalkDetectorTest {

    private static final SmallTalkDetector DETECTOR = SmallTalkDetector.ofDefaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GREETING|Hello",
                "GREETING|Hi there!",
                "GREETING|¡Hola, buenos días!",
                "GREETING|Guten Tag",
                "GREETING|你好",
                "GREETING|こんにちは",
                "ACKNOWLEDGEMENT|ok",
                "ACKNOWLEDGEMENT|OK, thank you very much 🙏",
                "ACKNOWLEDGEMENT|merci beaucoup",
                "ACKNOWLEDGEMENT|👍",
                "ACKNOWLEDGEMENT|спасибо",
                "ACKNOWLEDGEMENT|谢谢",
                "ACKNOWLEDGEMENT|ありがとうございます",
                "AFFIRMATION|Yes, please",
                "AFFIRMATION|sí, por favor",
                "AFFIRMATION|Ja, gerne",
                "AFFIRMATION|evet lütfen",
                "AFFIRMATION|是的",
                "REFUSAL|No, thank you",
                "REFUSAL|no thanks",
                "REFUSAL|nein danke",
                "REFUSAL|non merci",
                "REFUSAL|nie, dziękuję",
                "REFUSAL|不用了",
                "REFUSAL|いいえ、結構です",
                "CLOSING|Bye",
                "CLOSING|thanks, bye",
                "CLOSING|arrivederci",
                "CLOSING|tot ziens",
                "CLOSING|até logo",
                "NONE|Hello, where is my order?",
                "NONE|ok but the invoice is wrong",
                "NONE|yes the blue one",
                "NONE|''",
                "NONE|12345"
            })
    void a_message_of_nothing_but_small_talk_is_recognised(SmallTalk kind, String text) {
        assertThat(DETECTOR.detect(new TextScanner().scan(text), Ear.UNDETERMINED))
                .isEqualTo(kind);
    }
}
