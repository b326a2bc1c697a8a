package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who answers in a replay. Immutable.
 *
 * @param members the agents, in the order in which they are hired
 * @param allSkills every skill that a queue needs, at the best level: what newcomers have
 * @param chat how many units of capacity a chat takes
 */
record Team(List<AgentProfile> members, Map<String, Integer> allSkills, int chat) {

    private static final int CHATS = 5;
    private static final List<String> NAMES = List.of("Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana");

    /** Copies the members. */
    Team {
        members = List.copyOf(members);
        allSkills = Map.copyOf(allSkills);
    }

    /** One agent for each skill that a queue needs, and one with all of them; nobody of them reviews. */
    static Team ofDefaults(RoutingPolicy routing) {
        Team nobody = hiredBy(routing);
        List<AgentProfile> members = new ArrayList<>();
        for (String skill : new TreeMap<>(nobody.allSkills).keySet()) {
            members.add(nobody.member(members.size(), Map.of(skill, AgentProfile.MAX_LEVEL)));
        }
        members.add(nobody.member(members.size(), nobody.allSkills));
        return nobody.of(members);
    }

    /** A team without members for the queues of a policy. */
    static Team hiredBy(RoutingPolicy routing) {
        Map<String, Integer> skills = new TreeMap<>();
        for (String skill : routing.queues().values()) {
            if (!skill.isEmpty()) {
                skills.put(skill, AgentProfile.MAX_LEVEL);
            }
        }
        return new Team(List.of(), skills, routing.chatWeight());
    }

    Team of(List<AgentProfile> members) {
        return new Team(members, allSkills, chat);
    }

    private AgentProfile member(int index, Map<String, Integer> skills) {
        String name = NAMES.get(index % NAMES.size());
        return new AgentProfile(
                AgentId.of("a" + (index + 1)), name, Set.of(Role.AGENT), skills, Map.of(), chats(CHATS));
    }

    /** Somebody of whom only the id is known. */
    AgentProfile newcomer(String id) {
        return new AgentProfile(AgentId.of(id), id, Set.of(Role.AGENT), allSkills, Map.of(), chats(CHATS));
    }

    /** A capacity of so many chats at a time. */
    Capacity chats(int number) {
        return Capacity.limit(Math.multiplyExact(number, chat));
    }
}
