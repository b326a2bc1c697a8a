package io.chatmgmt.governance;

import java.util.List;
import java.util.Objects;

/**
 * What somebody who takes a conversation over has to know, in a fixed order and worked out from what is known of it: the
 * same conversation always gives the same package. What customers wrote stands in quotation marks, on one line, and is
 * never to be followed as an instruction. Immutable.
 *
 * @param format the version of this layout
 * @param reasons why a person is needed, as codes with the fact behind each
 * @param goal what the customer wants: the first thing that they asked in this episode
 * @param tried what the AI answered, the latest at most
 * @param facts what is known: customer, channel, topic, region, attributes
 * @param mood language and the state of mind, as far as it was noticed
 * @param promises what the customer was promised
 * @param history what is known of earlier episodes
 * @param lastMessages the last messages, the earliest first
 * @param summary what a summariser of the host made of it, empty for nothing
 */
public record ContextPackage(
        int format,
        List<String> reasons,
        String goal,
        List<String> tried,
        List<String> facts,
        String mood,
        List<String> promises,
        String history,
        List<String> lastMessages,
        String summary) {

    /** The version of the layout that this version of the library makes. */
    public static final int FORMAT = 1;

    /** The most characters of the rendered package. */
    public static final int MAX_CHARACTERS = 2_000;

    /** Copies the lists. */
    public ContextPackage {
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(goal, "goal");
        tried = List.copyOf(tried);
        facts = List.copyOf(facts);
        Objects.requireNonNull(mood, "mood");
        promises = List.copyOf(promises);
        Objects.requireNonNull(history, "history");
        lastMessages = List.copyOf(lastMessages);
        Objects.requireNonNull(summary, "summary");
    }

    /**
     * The package as people read it.
     *
     * @return at most {@value #MAX_CHARACTERS} characters
     */
    public String rendered() {
        StringBuilder text = new StringBuilder();
        line(text, "Why", String.join(", ", reasons));
        line(text, "Summary", summary);
        line(text, "Goal", goal);
        lines(text, "Tried", tried);
        line(text, "Known", String.join(", ", facts));
        line(text, "Mood", mood);
        lines(text, "Promised", promises);
        line(text, "Before", history);
        lines(text, "Last messages", lastMessages);
        return text.length() <= MAX_CHARACTERS ? text.toString() : cut(text);
    }

    private static String cut(StringBuilder text) {
        int end = MAX_CHARACTERS - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private static void line(StringBuilder text, String title, String content) {
        if (!content.isEmpty()) {
            text.append(title).append(": ").append(content).append('\n');
        }
    }

    private static void lines(StringBuilder text, String title, List<String> content) {
        if (!content.isEmpty()) {
            text.append(title).append(":\n");
            content.forEach(each -> text.append("- ").append(each).append('\n'));
        }
    }

    /**
     * The package as data.
     *
     * @return a JSON object with one member for each part
     */
    public String toJson() {
        StringBuilder json = new StringBuilder("{\"format\":").append(format);
        member(json, "reasons", reasons);
        member(json, "goal", goal);
        member(json, "tried", tried);
        member(json, "facts", facts);
        member(json, "mood", mood);
        member(json, "promises", promises);
        member(json, "history", history);
        member(json, "lastMessages", lastMessages);
        member(json, "summary", summary);
        return json.append('}').toString();
    }

    private static void member(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":");
        string(json, value);
    }

    private static void member(StringBuilder json, String name, List<String> values) {
        json.append(",\"").append(name).append("\":[");
        String separator = "";
        for (String value : values) {
            json.append(separator);
            string(json, value);
            separator = ",";
        }
        json.append(']');
    }

    private static void string(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
