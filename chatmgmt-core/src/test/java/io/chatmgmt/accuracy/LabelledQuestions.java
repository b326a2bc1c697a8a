package io.chatmgmt.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The questions of several sets, with the matters that they are about. */
final class LabelledQuestions {

    /** What people say in any matter. */
    private static final Set<String> NO_MATTER = Set.of(
            "contentonly",
            "confirmation",
            "rejection",
            "thankyou",
            "openinggreeting",
            "closinggreeting",
            "outofdomain");

    /** A question and the matter that it is about. */
    record Labelled(String text, String intent, String part) {

        boolean outOfScope() {
            return intent.equals("oos");
        }
    }

    private LabelledQuestions() {}

    static List<Labelled> banking77() {
        return questions("banking77");
    }

    static List<Labelled> clinc150() {
        return questions("clinc150");
    }

    static List<Labelled> bitext() {
        return questions("bitext_cs");
    }

    private static List<Labelled> questions(String set) {
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode line : Dataset.read(set)) {
            String part = line.path("part").asString("");
            questions.add(
                    new Labelled(line.get("text").asString(), line.get("intent").asString(), part));
        }
        return questions;
    }

    static List<Labelled> natcs() {
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode line : Dataset.read("natcs_utterances")) {
            String intent =
                    line.get("domain").asString() + "/" + line.get("intent").asString();
            questions.add(new Labelled(line.get("text").asString(), intent, ""));
        }
        return questions;
    }

    /** Every third conversation, the turns with one matter of their own. */
    static List<Labelled> multidogo() {
        List<Labelled> questions = new ArrayList<>();
        List<JsonNode> conversations = Dataset.read("multidogo");
        for (int i = 0; i < conversations.size(); i += 3) {
            for (JsonNode turn : conversations.get(i).get("customer_turns")) {
                JsonNode intents = turn.get("intents");
                if (intents.size() == 1 && !NO_MATTER.contains(intents.get(0).asString())) {
                    String domain = conversations.get(i).get("domain").asString();
                    questions.add(new Labelled(
                            turn.get("text").asString(),
                            domain + "/" + intents.get(0).asString(),
                            ""));
                }
            }
        }
        return questions;
    }
}
