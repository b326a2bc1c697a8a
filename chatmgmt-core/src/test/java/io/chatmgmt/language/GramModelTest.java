package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GramModelTest {

    private static final GramTraining.Lane LANE = new GramTraining.Lane(30, 1e-3, 0);
    private static final GramModel FRUIT_AND_TOOLS = fruitAndTools();

    private static GramModel fruitAndTools() {
        GramTraining training = new GramTraining();
        for (String text : List.of("an apple a day", "ripe bananas", "two apples and a pear", "peel the banana")) {
            add(training, text, 1, 0);
        }
        for (String text : List.of("a hammer a day", "rusty nails", "two hammers and a saw", "hit the nail")) {
            add(training, text, 0, 1);
        }
        return training.learn(GramTraining.ALL, LANE, LANE);
    }

    private static void add(GramTraining training, String text, double... targets) {
        for (int lane = 0; lane < targets.length; lane++) {
            training.labelled(text, new GramTraining.Place(lane, GramTraining.ONLY, 0), targets[lane], 1);
        }
    }

    private static double score(String text, int lane) {
        return FRUIT_AND_TOOLS.score(new TextScanner().scan(text), lane);
    }

    @Test
    void each_lane_tells_what_it_has_learned_to_tell() {
        assertThat(score("a ripe apple", 0)).isPositive();
        assertThat(score("a ripe apple", 1)).isNegative();
        assertThat(score("a rusty hammer", 0)).isNegative();
        assertThat(score("a rusty hammer", 1)).isPositive();
    }

    @Test
    void another_form_or_spelling_of_a_word_is_recognised_by_its_letters() {
        assertThat(score("bananana", 0)).isPositive();
        assertThat(score("HAMMERED", 1)).isPositive();
    }

    @Test
    void a_scanner_that_has_read_another_text_gives_the_score_of_the_new_one() {
        TextScanner scanner = new TextScanner();
        double apple = FRUIT_AND_TOOLS.score(scanner.scan("a ripe apple"), 0);
        double hammer = FRUIT_AND_TOOLS.score(scanner.scan("a rusty hammer"), 0);
        assertThat(hammer).isEqualTo(score("a rusty hammer", 0));
        assertThat(FRUIT_AND_TOOLS.score(scanner.scan("a ripe apple"), 0)).isEqualTo(apple);
    }

    @Test
    void two_models_can_look_at_the_same_text() throws IOException {
        GramModel copy = copy(FRUIT_AND_TOOLS);
        ScannedText text = new TextScanner().scan("a ripe apple");
        double score = FRUIT_AND_TOOLS.score(text, 0);
        assertThat(copy.score(text, 0)).isEqualTo(score);
        GramTraining training = new GramTraining();
        add(training, "an apple", 0);
        add(training, "a hammer", 1);
        assertThat(training.learn(GramTraining.ALL, LANE).score(text, 0)).isNegative();
        assertThat(FRUIT_AND_TOOLS.score(text, 0)).isEqualTo(score);
    }

    @Test
    @DisplayName("T070: what is quoted, and code and links, do not count")
    void what_is_quoted_does_not_count() {
        assertThat(score("he said \"apple apple\" loudly", 0)).isEqualTo(score("he said \"hammer nails\" loudly", 0));
        assertThat(score("`apple` https://apple.example/banana", 0)).isEqualTo(score("", 0));
    }

    @Test
    void one_number_is_as_good_as_another() {
        assertThat(score("order 12345", 0)).isEqualTo(score("order 7", 0));
    }

    @Test
    void the_evidence_is_the_words_that_spoke_most_for_it_in_the_order_of_the_text() {
        String text = "Yesterday I had a banana, and Tom an apple";
        ScannedText scanned = new TextScanner().scan(text);
        assertThat(FRUIT_AND_TOOLS.evidence(scanned, 0, 2))
                .extracting(span -> span.of(text))
                .containsExactly("banana", "apple");
    }

    @Test
    void a_text_of_any_length_is_read() {
        assertThat(score("apple ".repeat(3_000), 0)).isPositive();
        assertThat(score("苹果".repeat(8_000), 0)).isFinite();
        assertThat(score("banana".repeat(2_000), 0)).isPositive();
        assertThat(score("", 0)).isFinite();
        ScannedText longText = new TextScanner().scan("nail ".repeat(6_000));
        assertThat(FRUIT_AND_TOOLS.evidence(longText, 1, 4)).hasSize(4);
    }

    @Test
    void a_trait_weighs_what_was_learned_of_it() {
        GramTraining training = new GramTraining();
        GramTraining.Place place = new GramTraining.Place(1, GramTraining.ONLY, 0);
        for (String text : List.of("one", "two", "three", "four")) {
            training.labelled(text, place, 1, 1, 0, 1);
            training.labelled(text, place, 0, 1, 0, -1);
        }
        GramModel model = training.learn(GramTraining.ALL, LANE, LANE);
        assertThat(model.trait(1, 1, 1)).isGreaterThan(1);
        assertThat(model.trait(1, 1, -2)).isEqualTo(-2 * model.trait(1, 1, 1));
        assertThat(model.trait(1, 0, 1)).isZero();
        assertThat(model.trait(0, 1, 1)).isZero();
    }

    @Test
    void of_a_talk_it_is_learned_which_text_made_the_difference() {
        GramTraining training = new GramTraining();
        GramTraining.Place place = new GramTraining.Place(0, GramTraining.ONLY, 0);
        List<double[]> noTraits = List.of(new double[0], new double[0]);
        for (String other : List.of("a table", "a chair", "the shelf", "some lamp")) {
            training.any(List.of(other, "this is ridiculous"), noTraits, place, true, 1);
            training.any(List.of(other, "this is fine"), noTraits, place, false, 1);
        }
        GramModel model = training.learn(GramTraining.ALL, LANE);
        double ridiculous = model.score(new TextScanner().scan("this is ridiculous"), 0);
        double table = model.score(new TextScanner().scan("a table"), 0);
        assertThat(ridiculous).isGreaterThan(table + 1);
    }

    @Test
    void what_was_learned_before_counts_as_much_as_it_helps() {
        GramTraining training = new GramTraining();
        training.headStart(0, FRUIT_AND_TOOLS, 0);
        for (String fruit : List.of("an apple", "ripe bananas", "a pear")) {
            training.labelled(fruit, new GramTraining.Place(0, GramTraining.ONLY, 0), 1, 1);
        }
        for (String tool : List.of("a hammer", "rusty nails", "a saw")) {
            training.labelled(tool, new GramTraining.Place(0, GramTraining.ONLY, 0), 0, 1);
        }
        GramModel model = training.learn(GramTraining.ALL, new GramTraining.Lane(4, 1e-2, 0));
        assertThat(model.score(new TextScanner().scan("peel"), 0))
                .isGreaterThan(model.score(new TextScanner().scan("hit"), 0));
    }

    @Test
    void a_rating_is_learned_as_the_score_itself() {
        GramTraining training = new GramTraining();
        GramTraining.Place place = new GramTraining.Place(0, GramTraining.ONLY, 0);
        training.rated("superb", place, -2, 1);
        training.rated("tolerable", place, 0, 1);
        training.rated("dreadful", place, 2, 1);
        GramModel model = training.learn(GramTraining.ALL, new GramTraining.Lane(60, 1e-3, 0));
        assertThat(model.score(new TextScanner().scan("superb"), 0)).isBetween(-2.2, -1.5);
        assertThat(model.score(new TextScanner().scan("dreadful"), 0)).isBetween(1.5, 2.2);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        assertThat(bytes(copy(FRUIT_AND_TOOLS))).isEqualTo(bytes(FRUIT_AND_TOOLS));
    }

    @Test
    void a_model_of_one_lane_is_half_as_long() throws IOException {
        GramTraining training = new GramTraining();
        add(training, "an apple", 1);
        add(training, "a hammer", 0);
        GramModel model = training.learn(GramTraining.ALL, LANE);
        ScannedText text = new TextScanner().scan("two apples");
        assertThat(copy(model).score(text, 0)).isEqualTo(model.score(text, 0)).isPositive();
        assertThat(bytes(model)).hasSize(1 + (bytes(FRUIT_AND_TOOLS).length - 1) / 2);
    }

    @Test
    void the_same_texts_give_the_same_model() throws IOException {
        assertThat(bytes(fruitAndTools())).isEqualTo(bytes(FRUIT_AND_TOOLS));
    }

    private static GramModel copy(GramModel model) throws IOException {
        return GramModel.read(new DataInputStream(new ByteArrayInputStream(bytes(model))));
    }

    private static byte[] bytes(GramModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
