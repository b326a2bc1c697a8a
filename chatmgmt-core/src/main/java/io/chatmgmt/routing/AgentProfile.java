package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent apart from what they are doing at the moment. Immutable.
 *
 * @param id who
 * @param name the name that customers read
 * @param roles what they are there for; work is offered to agents and supervisors only
 * @param skills what they can do, each with a level from 1 to {@value #MAX_LEVEL}
 * @param languages what they speak, BCP 47 tags, each with a level from 1 to {@value #MAX_LEVEL}
 * @param capacity how much they may hold
 * @param teams the teams that they are members of
 * @param regions the regions that they look after, empty for all
 * @param calendar the calendar that they work by, empty for none; see {@link OpeningHours}
 * @param acceptance whether they are asked before they get a conversation
 * @param expiries when skills and languages end, each under its name; what is not named stays. At its time it leaves
 *     {@code skills} and {@code languages}; its name stays here, to show that it was there
 */
public record AgentProfile(
        AgentId id,
        String name,
        Set<Role> roles,
        Map<String, Integer> skills,
        Map<String, Integer> languages,
        Capacity capacity,
        Set<String> teams,
        Set<String> regions,
        String calendar,
        Acceptance acceptance,
        Map<String, Instant> expiries) {

    /** The best level. */
    public static final int MAX_LEVEL = 5;

    /** Checks and copies. */
    public AgentProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
        skills = levels(skills, "skills");
        languages = levels(languages, "languages");
        Objects.requireNonNull(capacity, "capacity");
        teams = Set.copyOf(teams);
        regions = Set.copyOf(regions);
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(acceptance, "acceptance");
        expiries = Map.copyOf(expiries);
    }

    /**
     * An agent of no team who looks after all regions at all times and is asked first.
     *
     * @param id who
     * @param name the name that customers read
     * @param roles what they are there for
     * @param skills what they can do
     * @param languages what they speak
     * @param capacity how much they may hold
     */
    public AgentProfile(
            AgentId id,
            String name,
            Set<Role> roles,
            Map<String, Integer> skills,
            Map<String, Integer> languages,
            Capacity capacity) {
        this(id, name, roles, skills, languages, capacity, Set.of(), Set.of(), "", Acceptance.ASKED, Map.of());
    }

    /**
     * An agent with the given skills at the best level, no particular language, and the policy's capacity.
     *
     * @param id who
     * @param name the name that customers read
     * @param skills what they can do
     * @return the profile
     */
    public static AgentProfile of(AgentId id, String name, String... skills) {
        Map<String, Integer> levels = new HashMap<>();
        for (String skill : skills) {
            levels.put(skill, MAX_LEVEL);
        }
        return new AgentProfile(id, name, Set.of(Role.AGENT), levels, Map.of(), Capacity.INHERIT);
    }

    /**
     * The same agent with other roles.
     *
     * @param roles what they are there for
     * @return a copy
     */
    public AgentProfile with(Role... roles) {
        return new AgentProfile(
                id, name, Set.of(roles), skills, languages, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent with another capacity.
     *
     * @param capacity how much they may hold
     * @return a copy
     */
    public AgentProfile with(Capacity capacity) {
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent with a skill of another level.
     *
     * @param skill the skill
     * @param level from 1 to {@value #MAX_LEVEL}
     * @return a copy
     */
    public AgentProfile skilled(String skill, int level) {
        Map<String, Integer> more = new HashMap<>(skills);
        more.put(skill, level);
        return new AgentProfile(
                id, name, roles, more, languages, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent with one more language.
     *
     * @param language a BCP 47 tag
     * @param level from 1 to {@value #MAX_LEVEL}
     * @return a copy
     */
    public AgentProfile speaking(String language, int level) {
        Map<String, Integer> more = new HashMap<>(languages);
        more.put(language, level);
        return new AgentProfile(
                id, name, roles, skills, more, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent, who has a skill or speaks a language up to a moment only: a certificate that runs out, a course
     * that has to be repeated. It ends with the first sweep after that moment, a second later at most; the host
     * registers the profile anew when it is renewed.
     *
     * @param what a skill or a language of the agent
     * @param end the first moment without it
     * @return a copy
     */
    public AgentProfile until(String what, Instant end) {
        Map<String, Instant> more = new HashMap<>(expiries);
        more.put(what, end);
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, teams, regions, calendar, acceptance, more);
    }

    /**
     * What is left of the profile at a moment.
     *
     * @param now the moment
     * @return a copy without the skills and languages that have ended; this when none has
     */
    public AgentProfile at(Instant now) {
        Instant next = nextExpiry();
        if (next == null || next.isAfter(now)) {
            return this;
        }
        Map<String, Integer> able = new HashMap<>(skills);
        Map<String, Integer> fluent = new HashMap<>(languages);
        expiries.forEach((what, end) -> {
            if (!end.isAfter(now)) {
                able.remove(what);
                fluent.remove(what);
            }
        });
        return new AgentProfile(
                id, name, roles, able, fluent, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * When the next skill or language ends.
     *
     * @return the earliest end of one that the agent still has, null when all of them stay
     */
    public @Nullable Instant nextExpiry() {
        Instant next = null;
        for (Map.Entry<String, Instant> expiry : expiries.entrySet()) {
            boolean had = skills.containsKey(expiry.getKey()) || languages.containsKey(expiry.getKey());
            if (had && (next == null || expiry.getValue().isBefore(next))) {
                next = expiry.getValue();
            }
        }
        return next;
    }

    /**
     * The same agent in these teams.
     *
     * @param teams their names
     * @return a copy
     */
    public AgentProfile inTeams(String... teams) {
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, Set.of(teams), regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent, who looks after these regions only.
     *
     * @param regions their codes, as customers have them
     * @return a copy
     */
    public AgentProfile inRegions(String... regions) {
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, teams, Set.of(regions), calendar, acceptance, expiries);
    }

    /**
     * The same agent, who works by a calendar.
     *
     * @param calendar its name, empty for none
     * @return a copy
     */
    public AgentProfile workingBy(String calendar) {
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * The same agent, who is asked or not before they get a conversation.
     *
     * @param acceptance whether they are asked
     * @return a copy
     */
    public AgentProfile with(Acceptance acceptance) {
        return new AgentProfile(
                id, name, roles, skills, languages, capacity, teams, regions, calendar, acceptance, expiries);
    }

    /**
     * Whether work may be offered to them at all: reviewers, viewers and auditors are there for other things.
     *
     * @return true for agents and supervisors
     */
    public boolean takesWork() {
        return roles.contains(Role.AGENT) || roles.contains(Role.SUPERVISOR);
    }

    private static Map<String, Integer> levels(Map<String, Integer> levels, String name) {
        levels.forEach((key, level) -> {
            if (level < 1 || level > MAX_LEVEL) {
                throw new IllegalArgumentException(name + "." + key + " must be within 1.." + MAX_LEVEL + ": " + level);
            }
        });
        return Map.copyOf(levels);
    }
}
