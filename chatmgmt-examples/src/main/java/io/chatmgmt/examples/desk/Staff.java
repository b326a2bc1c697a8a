package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import java.util.List;

/** The people who may sign in to the desk. They look after those who write in the customer's window. */
final class Staff {

    /** The same for everybody: the desk listens to its own machine only. */
    static final String PASSWORD = "desk";

    /** The region of the customer's window, which the simulated colleagues do not look after. */
    static final String REGION = "DESK";

    static final List<Member> MEMBERS = List.of(
            new Member("agent", "Alex Rivera", Role.AGENT, "takes conversations over"),
            new Member("supervisor", "Sam Okafor", Role.SUPERVISOR, "decides about held answers as well"),
            new Member("viewer", "Vera Lang", Role.VIEWER, "looks, and changes nothing"));

    private static final int EXPERT = 5;

    private Staff() {}

    /**
     * Somebody who may sign in.
     *
     * @param user their user name, which is their agent's id too
     * @param name what customers are told
     * @param role what they are there for
     * @param says what they do, in words
     */
    record Member(String user, String name, Role role, String says) {

        boolean takesWork() {
            return role != Role.VIEWER;
        }

        /** The role as Spring Security has it. */
        String authority() {
            return "CHATMGMT_" + role.name();
        }
    }

    static void register(ChatGovernance governance) {
        for (Member member : MEMBERS) {
            if (member.takesWork()) {
                AgentProfile profile = AgentProfile.of(AgentId.of(member.user()), member.name())
                        .with(member.role())
                        .inRegions(REGION);
                for (String skill : List.of("general", "technical", "billing", "sales")) {
                    profile = profile.skilled(skill, EXPERT);
                }
                governance.agents().register(profile.speaking("en", EXPERT));
                governance.agents().status(AgentId.of(member.user()), AgentStatus.ONLINE);
            }
        }
    }
}
