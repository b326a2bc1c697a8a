package io.chatmgmt.examples.report;

/** What the figures count for one agent. Not thread-safe. */
final class AgentTally {

    int handled;
    int messages;
    final Samples ratings = new Samples();
}
