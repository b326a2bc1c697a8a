package io.chatmgmt.quality;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.RatingRefusal;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When customers are asked how an episode was, and until when an answer counts. By default nobody is asked by itself, so
 * that no customer gets a text that their host does not expect: a person or the host asks. Immutable; ranges are checked
 * when the whole policy is built.
 *
 * @param triggers what makes the library ask by itself; nothing by default
 * @param unasked how an episode must not have ended for the customer to be asked by itself;
 *     {@link Resolution#ASSUMED} and {@link Resolution#ABANDONED} by default
 * @param onlyTopics the topics that are asked about by itself; empty for all
 * @param exceptTopics the topics that are not
 * @param onlyChannels the channels in which customers are asked by itself; empty for all
 * @param exceptChannels the channels in which they are not
 * @param onlyTags the tags of a {@linkplain io.chatmgmt.conversation.Closure closing note} of which an episode must have one
 *     to be asked about by itself; empty for no such condition
 * @param exceptTags the tags of which it must have none
 * @param quietPeriod how long a customer who was asked is left in peace, also by people; 7 days by default, zero for no
 *     such time. What other conversations of the customer add to it is looked up when an episode begins
 * @param expiresAfter for how long an answer counts, from the question, or from the resolution for ratings that come
 *     unasked; 14 days by default
 * @param changeableFor for how long another rating replaces the first one; 24 hours by default
 * @param windows by channel, for how long after the customer's last message the channel takes a text; a channel that is
 *     not named always takes one
 */
public record SurveyPolicy(
        Set<Trigger> triggers,
        Set<Resolution> unasked,
        Set<String> onlyTopics,
        Set<String> exceptTopics,
        Set<String> onlyChannels,
        Set<String> exceptChannels,
        Set<String> onlyTags,
        Set<String> exceptTags,
        Duration quietPeriod,
        Duration expiresAfter,
        Duration changeableFor,
        Map<String, Duration> windows) {

    /** What makes the library ask by itself. */
    public enum Trigger {
        /** The episode is resolved. */
        RESOLVE,
        /** A person gives the conversation back to the AI. */
        HAND_BACK
    }

    private static final SurveyPolicy DEFAULTS = new SurveyPolicy(
            Set.of(),
            Set.of(Resolution.ASSUMED, Resolution.ABANDONED),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofHours(24),
            Map.of());

    /** Checks for nulls and copies. */
    public SurveyPolicy {
        triggers = Set.copyOf(triggers);
        unasked = Set.copyOf(unasked);
        onlyTopics = Set.copyOf(onlyTopics);
        exceptTopics = Set.copyOf(exceptTopics);
        onlyChannels = Set.copyOf(onlyChannels);
        exceptChannels = Set.copyOf(exceptChannels);
        onlyTags = Set.copyOf(onlyTags);
        exceptTags = Set.copyOf(exceptTags);
        Objects.requireNonNull(quietPeriod, "quietPeriod");
        Objects.requireNonNull(expiresAfter, "expiresAfter");
        Objects.requireNonNull(changeableFor, "changeableFor");
        windows = Map.copyOf(windows);
    }

    /**
     * The defaults: nobody is asked by itself.
     *
     * @return the default policy
     */
    public static SurveyPolicy ofDefaults() {
        return DEFAULTS;
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public SurveyPolicyBuilder toBuilder() {
        return new SurveyPolicyBuilder(this);
    }

    /**
     * Whether a topic is asked about by itself.
     *
     * @param topic its code, empty while unknown
     * @return true when the conditions let it pass
     */
    public boolean asksAbout(String topic) {
        return passes(topic, onlyTopics, exceptTopics);
    }

    /**
     * Whether customers of a channel are asked by itself.
     *
     * @param channel the {@linkplain Conversation#channel() channel}
     * @return true when the conditions let it pass
     */
    public boolean asksIn(String channel) {
        return passes(channel, onlyChannels, exceptChannels);
    }

    /**
     * Whether an episode with some tags is asked about by itself.
     *
     * @param tags those of its closing note, empty when nobody wrote one
     * @return true when the conditions let it pass
     */
    public boolean asksAboutTagged(Collection<String> tags) {
        return (onlyTags.isEmpty() || tags.stream().anyMatch(onlyTags::contains))
                && tags.stream().noneMatch(exceptTags::contains);
    }

    /**
     * Why a rating is not taken any more.
     *
     * @param current the current episode
     * @param surveys the surveys of the conversation
     * @param episode the number of the episode that is rated
     * @param now the moment; exactly at its end a time is over
     * @return empty when it is taken
     */
    public Optional<RatingRefusal> refusal(Episode current, List<Survey> surveys, int episode, Instant now) {
        Survey.State state = surveys.stream()
                .filter(survey -> survey.episode() == episode)
                .findFirst()
                .map(survey -> survey.state(now))
                .orElse(Survey.State.NOT_SENT);
        return switch (state) {
            case SENT, ANSWERED -> Optional.empty();
            case LOCKED -> Optional.of(RatingRefusal.LOCKED);
            case EXPIRED -> Optional.of(RatingRefusal.EXPIRED);
            case NOT_SENT -> episode == current.number() ? unasked(current, now) : Optional.of(RatingRefusal.NOT_ASKED);
        };
    }

    private Optional<RatingRefusal> unasked(Episode current, Instant now) {
        Instant resolvedAt = current.resolvedAt();
        return resolvedAt == null || now.isBefore(resolvedAt.plus(expiresAfter))
                ? Optional.empty()
                : Optional.of(RatingRefusal.EXPIRED);
    }

    private static boolean passes(String value, Set<String> only, Set<String> except) {
        return (only.isEmpty() || only.contains(value)) && !except.contains(value);
    }
}
