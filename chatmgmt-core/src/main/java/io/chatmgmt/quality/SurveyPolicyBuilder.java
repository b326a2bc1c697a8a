package io.chatmgmt.quality;

import io.chatmgmt.conversation.Resolution;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Changes when customers are asked how an episode was. Ranges are checked when the whole policy is built. Not
 * thread-safe.
 *
 * <pre>{@code
 * GovernancePolicy.builder()
 *         .survey(s -> s.askOn(SurveyPolicy.Trigger.RESOLVE).window("whatsapp", Duration.ofHours(24)))
 *         .build();
 * }</pre>
 */
public final class SurveyPolicyBuilder {

    private Set<SurveyPolicy.Trigger> triggers;
    private Set<Resolution> unasked;
    private Set<String> onlyTopics;
    private Set<String> exceptTopics;
    private Set<String> onlyChannels;
    private Set<String> exceptChannels;
    private Set<String> onlyTags;
    private Set<String> exceptTags;
    private Duration quietPeriod;
    private Duration expiresAfter;
    private Duration changeableFor;
    private final Map<String, Duration> windows;

    SurveyPolicyBuilder(SurveyPolicy start) {
        triggers = start.triggers();
        unasked = start.unasked();
        onlyTopics = start.onlyTopics();
        exceptTopics = start.exceptTopics();
        onlyChannels = start.onlyChannels();
        exceptChannels = start.exceptChannels();
        onlyTags = start.onlyTags();
        exceptTags = start.exceptTags();
        quietPeriod = start.quietPeriod();
        expiresAfter = start.expiresAfter();
        changeableFor = start.changeableFor();
        windows = new HashMap<>(start.windows());
    }

    /**
     * Sets what makes the library ask by itself.
     *
     * @param triggers all of them; none to ask on request only
     * @return this
     */
    public SurveyPolicyBuilder askOn(SurveyPolicy.Trigger... triggers) {
        this.triggers = Set.of(triggers);
        return this;
    }

    /**
     * Sets how an episode must not have ended for the customer to be asked by itself.
     *
     * @param resolutions all of them; none to ask about every end
     * @return this
     */
    public SurveyPolicyBuilder notAfter(Resolution... resolutions) {
        this.unasked = Set.of(resolutions);
        return this;
    }

    /**
     * Asks by itself about some topics only.
     *
     * @param topics their codes; none for all
     * @return this
     */
    public SurveyPolicyBuilder onlyTopics(String... topics) {
        this.onlyTopics = Set.of(topics);
        return this;
    }

    /**
     * Does not ask by itself about some topics.
     *
     * @param topics their codes
     * @return this
     */
    public SurveyPolicyBuilder exceptTopics(String... topics) {
        this.exceptTopics = Set.of(topics);
        return this;
    }

    /**
     * Asks by itself in some channels only.
     *
     * @param channels the channels; none for all
     * @return this
     */
    public SurveyPolicyBuilder onlyChannels(String... channels) {
        this.onlyChannels = Set.of(channels);
        return this;
    }

    /**
     * Does not ask by itself in some channels.
     *
     * @param channels the channels
     * @return this
     */
    public SurveyPolicyBuilder exceptChannels(String... channels) {
        this.exceptChannels = Set.of(channels);
        return this;
    }

    /**
     * Sets the tags of a closing note of which an episode must have one to be asked about by itself.
     *
     * @param tags all of them; none for no such condition
     * @return this
     */
    public SurveyPolicyBuilder onlyTags(String... tags) {
        this.onlyTags = Set.of(tags);
        return this;
    }

    /**
     * Sets the tags of a closing note of which an episode must have none to be asked about by itself.
     *
     * @param tags all of them
     * @return this
     */
    public SurveyPolicyBuilder exceptTags(String... tags) {
        this.exceptTags = Set.of(tags);
        return this;
    }

    /**
     * Sets how long a customer who was asked is left in peace.
     *
     * @param quietPeriod 7 days by default, zero for no such time
     * @return this
     */
    public SurveyPolicyBuilder quietPeriod(Duration quietPeriod) {
        this.quietPeriod = Objects.requireNonNull(quietPeriod, "quietPeriod");
        return this;
    }

    /**
     * Sets for how long an answer counts.
     *
     * @param expiresAfter 14 days by default
     * @return this
     */
    public SurveyPolicyBuilder expiresAfter(Duration expiresAfter) {
        this.expiresAfter = Objects.requireNonNull(expiresAfter, "expiresAfter");
        return this;
    }

    /**
     * Sets for how long another rating replaces the first one.
     *
     * @param changeableFor 24 hours by default, zero for never
     * @return this
     */
    public SurveyPolicyBuilder changeableFor(Duration changeableFor) {
        this.changeableFor = Objects.requireNonNull(changeableFor, "changeableFor");
        return this;
    }

    /**
     * Sets for how long after the customer's last message a channel takes a text.
     *
     * @param channel the channel
     * @param window 24 hours for many messengers
     * @return this
     */
    public SurveyPolicyBuilder window(String channel, Duration window) {
        windows.put(Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(window, "window"));
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public SurveyPolicy build() {
        return new SurveyPolicy(
                triggers,
                unasked,
                onlyTopics,
                exceptTopics,
                onlyChannels,
                exceptChannels,
                onlyTags,
                exceptTags,
                quietPeriod,
                expiresAfter,
                changeableFor,
                windows);
    }
}
