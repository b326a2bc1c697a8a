package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.RoutingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the agents from JSON: a list of objects with {@code id} and, where they differ from the default agents,
 * {@code name}, {@code skills}, {@code languages}, {@code capacity} in chats and {@code roles}.
 */
final class TeamFile {

    private static final int MOST_CHATS = 1_000_000;

    private final Team nobody;
    private final Set<String> ids = new HashSet<>();

    private TeamFile(Team nobody) {
        this.nobody = nobody;
    }

    /**
     * Reads a team.
     *
     * @param in the list, in UTF-8
     * @param routing the policy whose queues the team works at
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException with the place and the reason when something is wrong with it
     */
    static Team read(InputStream in, RoutingPolicy routing) throws IOException {
        TeamFile file = new TeamFile(Team.hiredBy(routing));
        JsonNode list = parse(in);
        check(list.isArray(), "agents", "must be a list");
        List<AgentProfile> members = new ArrayList<>();
        for (JsonNode agent : list) {
            members.add(file.agent("agents[" + members.size() + "]", agent));
        }
        return file.nobody.of(members);
    }

    private static JsonNode parse(InputStream in) throws IOException {
        try {
            return new JsonMapper().readTree(in.readAllBytes());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("agents: is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private AgentProfile agent(String path, JsonNode agent) {
        check(agent.isObject(), path, "must be an object");
        String id = text(agent, path, "id");
        check(id != null, path + ".id", "is required");
        AgentProfile newcomer = newcomer(path, String.valueOf(id));
        check(ids.add(String.valueOf(id)), path + ".id", "was seen before: '" + id + "'");
        String name = text(agent, path, "name");
        return new AgentProfile(
                newcomer.id(),
                name == null ? newcomer.name() : name,
                agent.hasNonNull("roles") ? roles(path + ".roles", agent.get("roles")) : newcomer.roles(),
                agent.hasNonNull("skills") ? levels(path + ".skills", agent.get("skills")) : newcomer.skills(),
                agent.hasNonNull("languages") ? levels(path + ".languages", agent.get("languages")) : Map.of(),
                agent.hasNonNull("capacity")
                        ? nobody.chats(whole(path + ".capacity", agent.get("capacity"), 0, MOST_CHATS))
                        : newcomer.capacity());
    }

    private AgentProfile newcomer(String path, String id) {
        try {
            AgentId.of(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ".id: is not possible: " + e.getMessage(), e);
        }
        return nobody.newcomer(id);
    }

    private static Map<String, Integer> levels(String path, JsonNode node) {
        check(node.isObject(), path, "must be an object");
        Map<String, Integer> levels = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            levels.put(entry.getKey(), whole(path + "." + entry.getKey(), entry.getValue(), 1, AgentProfile.MAX_LEVEL));
        }
        return levels;
    }

    private static Set<Role> roles(String path, JsonNode node) {
        check(node.isArray(), path, "must be a list");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode role : node) {
            boolean known = Arrays.stream(Role.values())
                    .anyMatch(one -> role.isString() && one.name().equals(role.stringValue()));
            check(known, path, "must be among " + Arrays.toString(Role.values()) + ", is " + role);
            roles.add(Role.valueOf(role.stringValue()));
        }
        return roles;
    }

    private static @Nullable String text(JsonNode agent, String path, String field) {
        JsonNode node = agent.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        check(node.isString(), path + "." + field, "must be a text");
        return node.stringValue();
    }

    private static int whole(String path, JsonNode node, int from, int to) {
        boolean fits = node.isIntegralNumber() && node.canConvertToInt();
        check(
                fits && node.intValue() >= from && node.intValue() <= to,
                path,
                "must be a whole number within " + from + ".." + to + ", is " + node);
        return node.intValue();
    }

    private static void check(boolean holds, String path, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(path + ": " + reason);
        }
    }
}
