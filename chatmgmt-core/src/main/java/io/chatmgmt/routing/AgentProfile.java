package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of an agent apart from what they are doing at the moment. Immutable.
 *
 * @param id who
 * @param name the name that customers read
 * @param roles what they are there for
 * @param skills what they can do, each with a level from 1 to {@value #MAX_LEVEL}
 * @param languages what they speak, BCP 47 tags, each with a level from 1 to {@value #MAX_LEVEL}
 * @param capacity how much they may hold
 */
public record AgentProfile(
        AgentId id,
        String name,
        Set<Role> roles,
        Map<String, Integer> skills,
        Map<String, Integer> languages,
        Capacity capacity) {

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
        return new AgentProfile(id, name, Set.of(roles), skills, languages, capacity);
    }

    /**
     * The same agent with another capacity.
     *
     * @param capacity how much they may hold
     * @return a copy
     */
    public AgentProfile with(Capacity capacity) {
        return new AgentProfile(id, name, roles, skills, languages, capacity);
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
