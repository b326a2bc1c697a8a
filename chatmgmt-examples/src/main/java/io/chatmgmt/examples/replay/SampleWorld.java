package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.examples.recording.Input;
import io.chatmgmt.examples.recording.OnError;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.examples.recording.RecordingReader;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sample day and the people who work in it, as a house has them that others work in as well. Immutable.
 *
 * @param recordings the conversations of the day
 * @param team the simulated people; they look after the customers' regions and no other
 */
record SampleWorld(List<Recording> recordings, Team team) {

    private static final String PREFIX = "day-";

    /** Copies the recordings. */
    SampleWorld {
        recordings = List.copyOf(recordings);
    }

    static SampleWorld read(GovernancePolicy policy) {
        try {
            List<Recording> recordings = readDay();
            return new SampleWorld(recordings, team(policy, regions(recordings)));
        } catch (IOException e) {
            throw new IllegalStateException("the sample day of this jar cannot be read", e);
        }
    }

    private static List<Recording> readDay() throws IOException {
        Input day = Input.sampleDay();
        try (InputStream lines = day.open()) {
            return new RecordingReader(day.name(), OnError.STOP, complaint -> {})
                    .read(lines)
                    .good();
        }
    }

    private static Team team(GovernancePolicy policy, String... regions) throws IOException {
        String name = ReplayCommand.SAMPLE_TEAM;
        try (InputStream in = Objects.requireNonNull(SampleWorld.class.getResourceAsStream(name), name)) {
            Team team = TeamFile.read(in, policy.routing());
            List<AgentProfile> members = new ArrayList<>();
            team.members().forEach(member -> members.add(member.inRegions(regions)));
            return team.of(members);
        }
    }

    private static String[] regions(List<Recording> recordings) {
        Set<String> regions = new TreeSet<>();
        recordings.forEach(each -> regions.add(each.opening().customer().region()));
        regions.remove("");
        return regions.toArray(String[]::new);
    }

    /** When the day begins. */
    Instant opens() {
        return recordings.get(0).openedAt();
    }

    /** One of its conversations under a name that it has only once. */
    static Recording named(Recording recording, String suffix) {
        ConversationId id = ConversationId.of(recording.id().value() + '-' + suffix);
        return new Recording(
                id,
                recording.opening(),
                recording.openedAt(),
                recording.turns(),
                recording.resolved(),
                recording.deeds(),
                recording.rating());
    }

    /** Whether a conversation is one of the sample day's, whenever it was played. */
    static boolean isOfDay(ConversationId id) {
        return id.value().startsWith(PREFIX);
    }
}
