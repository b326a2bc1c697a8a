package io.chatmgmt.routing;

import io.chatmgmt.conversation.RoutingFilter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What waiting work asks of an agent at the moment: work with equal demands can be taken by the same people, and waits in
 * one line. Immutable.
 *
 * @param queue where it waits
 * @param skill the skill that is needed, empty for none
 * @param minLevel its level
 * @param language the language that must be spoken, empty for any
 * @param region the region that must be looked after, empty for any
 * @param team the team that must be or help, empty for everybody
 * @param likesLanguage the language whose speakers come first, empty for none
 * @param likesRegion the region whose people come first, empty for none
 */
public record Demand(
        String queue,
        String skill,
        int minLevel,
        String language,
        String region,
        String team,
        String likesLanguage,
        String likesRegion) {

    /** What weighs more than any mastery of skill and language together. */
    private static final int PREFERENCE = 100;

    /** Checks for nulls. */
    public Demand {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(skill, "skill");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(likesLanguage, "likesLanguage");
        Objects.requireNonNull(likesRegion, "likesRegion");
    }

    /**
     * What work of a queue asks for.
     *
     * @param policy the policy that holds
     * @param queue which queue
     * @param language the language of the conversation, a BCP 47 tag
     * @param region the region of the customer, empty when unknown
     * @param rung how much it has given up, see {@link Ladder}
     * @return the demand
     */
    public static Demand of(RoutingPolicy policy, String queue, String language, String region, int rung) {
        QueueRule rule = policy.rule(queue);
        boolean strict = rung < Ladder.ANY_LANGUAGE;
        boolean choosy = rung < Ladder.ANY_PREFERENCE;
        return new Demand(
                queue,
                rung < Ladder.ANY_SKILL ? policy.queues().getOrDefault(queue, "") : "",
                rung < Ladder.ANY_LEVEL ? rule.minLevel() : 1,
                strict && rule.language() == QueueRule.Need.REQUIRED ? language : "",
                strict && rule.region() == QueueRule.Need.REQUIRED ? region : "",
                rung < Ladder.ANY_SKILL ? rule.team() : "",
                choosy && rule.language() != QueueRule.Need.IGNORED ? language : "",
                choosy && rule.region() != QueueRule.Need.IGNORED ? region : "");
    }

    /**
     * The same demand, to be met by a team.
     *
     * @param team the team
     * @return a copy
     */
    public Demand of(String team) {
        return new Demand(queue, skill, minLevel, language, region, team, likesLanguage, likesRegion);
    }

    /**
     * The first thing that an agent is not and would have to be; what the agent is doing at the moment does not count.
     *
     * @param agent the agent
     * @param policy the policy that holds, which knows the teams that help each other
     * @return null when nothing stands in the way
     */
    public @Nullable RoutingFilter rejects(Agent agent, RoutingPolicy policy) {
        AgentProfile profile = agent.profile();
        if (!profile.takesWork() || agent.presence().employment() == Presence.Employment.DEACTIVATED) {
            return RoutingFilter.ROLE;
        }
        if (!team.isEmpty() && distance(profile, policy) < 0) {
            return RoutingFilter.TEAM;
        }
        if (!skill.isEmpty() && profile.skills().getOrDefault(skill, 0) < minLevel) {
            return RoutingFilter.SKILL;
        }
        if (!language.isEmpty() && spoken(profile, language) == 0) {
            return RoutingFilter.LANGUAGE;
        }
        return region.isEmpty() || looksAfter(profile, region) ? null : RoutingFilter.REGION;
    }

    /**
     * How far an agent is from what is wished for: those at the smallest distance are asked first, whatever the strategy
     * says about the others.
     *
     * @param profile the agent
     * @param policy the policy that holds
     * @return smaller is better; comparable within one demand only
     */
    int tier(AgentProfile profile, RoutingPolicy policy) {
        int tier = team.isEmpty() ? 0 : 4 * PREFERENCE * Math.max(0, distance(profile, policy));
        if (!likesLanguage.isEmpty() && spoken(profile, likesLanguage) == 0) {
            tier += 2 * PREFERENCE;
        }
        if (!likesRegion.isEmpty() && !looksAfter(profile, likesRegion)) {
            tier += PREFERENCE;
        }
        return policy.strategy() == RoutingStrategy.SKILL_BEST ? tier - mastery(profile) : tier;
    }

    private int mastery(AgentProfile profile) {
        String wanted = language.isEmpty() ? likesLanguage : language;
        int speech = wanted.isEmpty() ? 0 : spoken(profile, wanted);
        return (skill.isEmpty() ? 0 : profile.skills().getOrDefault(skill, 0)) + speech;
    }

    /** How many teams have to be asked for help before the agent's: 0 for the team itself, -1 for never. */
    private int distance(AgentProfile profile, RoutingPolicy policy) {
        String next = team;
        for (int steps = 0; !next.isEmpty() && steps <= policy.teams().size(); steps++) {
            if (profile.teams().contains(next)) {
                return steps;
            }
            next = policy.team(next).fallback();
        }
        return -1;
    }

    private static boolean looksAfter(AgentProfile profile, String region) {
        return profile.regions().isEmpty() || profile.regions().contains(region);
    }

    /** How well an agent speaks a language; somebody who speaks Portuguese also speaks that of Brazil. */
    private static int spoken(AgentProfile profile, String language) {
        Map<String, Integer> languages = profile.languages();
        Integer level = languages.get(language);
        int dash = language.indexOf('-');
        if (level == null && dash > 0) {
            level = languages.get(language.substring(0, dash));
        }
        return level == null ? 0 : level;
    }
}
