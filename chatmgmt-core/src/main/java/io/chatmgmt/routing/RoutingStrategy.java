package io.chatmgmt.routing;

/** How the next agent is chosen among those who can take the work; each is a total order, ties go by agent id. */
public enum RoutingStrategy {
    /** The one with the smallest share of their capacity in use, then the one who has waited longest for work. */
    LEAST_LOADED,
    /** The one who has waited longest for work. */
    ROUND_ROBIN,
    /** The one whose last conversation ended longest ago. */
    LONGEST_IDLE,
    /** The one who is best at what the queue needs and speaks the language best, then the least loaded. */
    SKILL_BEST,
    /** The one whom the host's own {@link AgentOrder} puts first. */
    CUSTOM
}
