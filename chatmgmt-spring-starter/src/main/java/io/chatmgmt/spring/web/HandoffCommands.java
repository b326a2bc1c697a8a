package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.governance.ClosingNote;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes conversations over, passes them on, gives them back and closes them. */
@RestController
@RequestMapping(ApiPath.CONVERSATION)
final class HandoffCommands {

    private final Outcomes outcomes;

    HandoffCommands(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** Whether the customer is told who takes over; they are, unless it says otherwise. */
    record JoinBody(@Nullable Boolean introduce) {

        static Introduction of(@Nullable JoinBody body) {
            return body == null || body.introduce == null || body.introduce ? Introduction.SEND : Introduction.SKIP;
        }
    }

    /** Why a person is called. */
    record EscalateBody(@Nullable String why) {}

    /** To whom a conversation is passed on: exactly one of agent, queue and team. */
    record TransferBody(
            @Nullable String agent,
            @Nullable String queue,
            @Nullable String team,
            @Nullable TransferKind kind) {}

    /** What was done. */
    record NoteBody(@Nullable String note) {}

    /** How a matter is closed: with a note, or with what it was and what helped. */
    record ResolveBody(
            @Nullable String note,
            @Nullable String reason,
            @Nullable String cause,
            @Nullable String answer,
            Closure.@Nullable Reuse reuse,
            @Nullable List<String> tags) {}

    @PostMapping("/join")
    CommandView join(Command command, @RequestBody(required = false) @Nullable JoinBody body) {
        return outcomes.of(command, command.deskInSeenEpoch().join(command.id(), JoinBody.of(body)));
    }

    @PostMapping("/offer/accept")
    CommandView accept(Command command, @RequestBody(required = false) @Nullable JoinBody body) {
        return outcomes.of(command, command.desk().accept(command.id(), command.offer(), JoinBody.of(body)));
    }

    @PostMapping("/offer/decline")
    CommandView decline(Command command) {
        return outcomes.of(command, command.desk().decline(command.id(), command.offer()));
    }

    @PostMapping("/escalate")
    CommandView escalate(Command command, @RequestBody EscalateBody body) {
        return outcomes.of(command, command.deskInSeenEpoch().escalate(command.id(), Given.text(body.why(), "why")));
    }

    @PostMapping("/transfer")
    CommandView transfer(Command command, @RequestBody TransferBody body) {
        if (Stream.of(body.agent() == null, body.queue() == null, body.team() == null)
                        .filter(isNull -> !isNull)
                        .count()
                != 1) {
            throw InvalidRequestException.of("agent", "exactly one of agent, queue and team must be given");
        }
        return outcomes.of(command, transferred(command, body));
    }

    private static PersonResult transferred(Command command, TransferBody body) {
        TransferKind kind = body.kind() == null ? TransferKind.COLD : body.kind();
        if (kind == TransferKind.OVERFLOW) {
            throw InvalidRequestException.of("kind", "must be COLD or WARM");
        }
        Desk desk = command.deskInSeenEpoch();
        if (body.agent() != null) {
            return desk.transferToAgent(command.id(), Ids.agent(command.caller(), body.agent()), kind);
        }
        return body.queue() != null
                ? desk.transferToQueue(command.id(), body.queue(), kind)
                : desk.transferToTeam(command.id(), Given.text(body.team(), "team"), kind);
    }

    @PostMapping("/hand-back")
    CommandView handBack(Command command, @RequestBody(required = false) @Nullable NoteBody body) {
        return outcomes.of(
                command,
                command.deskInSeenEpoch().handBack(command.id(), Given.orEmpty(body == null ? null : body.note())));
    }

    @PostMapping("/resolve")
    CommandView resolve(Command command, @RequestBody(required = false) @Nullable ResolveBody body) {
        Desk desk = command.deskInSeenEpoch();
        if (body == null || body.reason() == null) {
            return outcomes.of(command, desk.resolve(command.id(), Given.orEmpty(body == null ? null : body.note())));
        }
        ClosingNote note = new ClosingNote(
                body.reason(),
                Given.text(body.cause(), "cause"),
                Given.text(body.answer(), "answer"),
                body.reuse() == null ? Closure.Reuse.ONE_OFF : body.reuse(),
                body.tags() == null ? List.of() : body.tags());
        return outcomes.of(command, desk.close(command.id(), note));
    }

    @PostMapping("/wrap-up/finish")
    CommandView finishWrapUp(Command command) {
        return outcomes.of(command, command.desk().finishWrapUp(command.id()));
    }
}
