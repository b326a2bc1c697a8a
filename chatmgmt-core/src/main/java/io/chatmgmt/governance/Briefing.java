package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Works out what somebody who takes a conversation over has to know. */
final class Briefing {

    private static final int LAST = 6;
    private static final int TRIED = 5;
    private static final int SENTENCE = 160;
    private static final int PAGE = 500;
    private static final int ATTRIBUTES = 8;

    private Briefing() {}

    static ContextPackage of(Kernel kernel, Conversation row) {
        List<Text> texts = texts(kernel, row.id());
        List<Text> episode = new ArrayList<>();
        for (Text text : texts) {
            boolean message = text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION;
            if (message && !text.at().isBefore(row.episode().openedAt())) {
                episode.add(text);
            }
        }
        return new ContextPackage(
                ContextPackage.FORMAT,
                reasons(row),
                goal(episode),
                tried(episode),
                facts(row),
                mood(row),
                promises(row),
                history(row),
                last(episode),
                summary(row, texts));
    }

    /** The latest of the current episode. */
    private static String summary(Conversation row, List<Text> texts) {
        for (int i = texts.size() - 1; i >= 0; i--) {
            Text text = texts.get(i);
            if (text.kind() == TextKind.SUMMARY) {
                return text.at().isBefore(row.episode().openedAt()) ? "" : text.content();
            }
        }
        return "";
    }

    private static List<Text> texts(Kernel kernel, ConversationId id) {
        List<Text> all = new ArrayList<>();
        List<Text> page = kernel.store().texts(id, 0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = kernel.store().texts(id, page.get(page.size() - 1).number(), PAGE);
        }
        return all;
    }

    private static List<String> reasons(Conversation row) {
        Escalation escalation = row.escalation();
        List<String> reasons = new ArrayList<>();
        if (escalation != null) {
            for (EscalationReason reason : escalation.reasons()) {
                List<Evidence> evidence = reason.evidence();
                reasons.add(
                        evidence.isEmpty()
                                ? reason.code()
                                : reason.code() + " (" + evidence.get(0).fact() + ")");
            }
        }
        return reasons;
    }

    private static String goal(List<Text> episode) {
        for (Text text : episode) {
            if (text.author().kind() == Participant.CUSTOMER && !text.content().isBlank()) {
                return quoted(text.content());
            }
        }
        return "";
    }

    private static List<String> tried(List<Text> episode) {
        List<String> tried = new ArrayList<>();
        for (Text text : episode) {
            if (text.author().kind() == Participant.AI) {
                tried.add(quoted(text.content()));
            }
        }
        return tried.size() > TRIED ? tried.subList(tried.size() - TRIED, tried.size()) : tried;
    }

    private static List<String> facts(Conversation row) {
        Customer customer = row.customer();
        List<String> facts = new ArrayList<>();
        add(facts, "customer", customer.name());
        add(
                facts,
                "standing",
                customer.standing() == Customer.Standing.REGULAR
                        ? ""
                        : customer.standing().name());
        add(facts, "channel", row.channel());
        ConversationTopic topic = row.topic();
        add(facts, "topic", topic == null ? "" : topic.code());
        add(facts, "region", customer.region());
        int attributes = 0;
        for (Map.Entry<String, String> attribute : new TreeMap<>(customer.attributes()).entrySet()) {
            if (attributes++ < ATTRIBUTES) {
                add(facts, attribute.getKey(), attribute.getValue());
            }
        }
        return facts;
    }

    private static void add(List<String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(plain(name) + " " + quoted(value));
        }
    }

    private static String mood(Conversation row) {
        String upset = row.flags().has(Flag.NEGATIVE_TURN) ? ", upset" : "";
        return Locale.forLanguageTag(row.language().tag()).getDisplayLanguage(Locale.ENGLISH) + upset;
    }

    private static List<String> promises(Conversation row) {
        Handoff handoff = row.handoff();
        return handoff == null || handoff.quote() == null
                ? List.of()
                : List.of("a person within " + minutes(handoff.quote().p90().toSeconds()));
    }

    private static String minutes(long seconds) {
        long minutes = Math.max(1, (seconds + 59) / 60);
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static String history(Conversation row) {
        CustomerHistory history = row.episode().history();
        int earlier = history.earlierEpisodes();
        if (earlier == 0) {
            return "";
        }
        return earlier
                + (earlier == 1 ? " earlier matter" : " earlier matters")
                + (history.lastAgent() == null
                        ? ""
                        : ", last with " + plain(history.lastAgent().value()))
                + (history.lastRating() == 0 ? "" : ", rated " + history.lastRating());
    }

    private static List<String> last(List<Text> episode) {
        List<String> last = new ArrayList<>();
        for (Text text : episode.subList(Math.max(0, episode.size() - LAST), episode.size())) {
            last.add(text.author().kind().name().toLowerCase(Locale.ROOT) + ": " + quoted(text.content()));
        }
        return last;
    }

    /** What somebody wrote, as data: on one line, cut, in quotation marks that it cannot close. */
    static String quoted(String content) {
        String line = plain(content);
        return '"' + line + '"';
    }

    private static String plain(String content) {
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < content.length() && line.length() < SENTENCE; ) {
            int c = content.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                space = line.length() > 0;
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.appendCodePoint(c == '"' ? '\'' : c);
            }
        }
        return line.length() >= SENTENCE ? line.append('…').toString() : line.toString();
    }
}
