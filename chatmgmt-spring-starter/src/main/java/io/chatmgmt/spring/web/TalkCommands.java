package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.OverrideReason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes to customers and to colleagues, and decides about the AI's words. */
@RestController
@RequestMapping(ApiPath.CONVERSATION)
final class TalkCommands {

    private final Outcomes outcomes;

    TalkCommands(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** Something to be written. */
    record TextBody(@Nullable String text) {}

    /** What is said instead of the AI's words, and why. */
    record OverrideBody(
            @Nullable String text,
            @Nullable OverrideReason reason,
            @Nullable String remark) {}

    /** A correction of an answer that was sent. */
    record CorrectionBody(
            @Nullable Integer message,
            @Nullable String text,
            @Nullable OverrideReason reason,
            @Nullable String remark) {}

    @PostMapping("/reply")
    CommandView reply(Command command, @RequestBody TextBody body) {
        return outcomes.of(command, command.deskInSeenEpoch().send(command.id(), Given.text(body.text(), "text")));
    }

    @PostMapping("/note")
    CommandView note(Command command, @RequestBody TextBody body) {
        return outcomes.of(command, command.desk().note(command.id(), Given.text(body.text(), "text")));
    }

    @PostMapping("/held/claim")
    CommandView claim(Command command) {
        return outcomes.of(command, command.desk().reviews().claim(command.id(), command.ticket()));
    }

    @PostMapping("/held/approve")
    CommandView approve(Command command) {
        return outcomes.of(command, command.desk().reviews().approve(command.id(), command.ticket()));
    }

    @PostMapping("/held/edit")
    CommandView edit(Command command, @RequestBody OverrideBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .reviews()
                        .edit(
                                command.id(),
                                command.ticket(),
                                Given.text(body.text(), "text"),
                                Given.value(body.reason(), "reason"),
                                Given.orEmpty(body.remark())));
    }

    @PostMapping("/held/replace")
    CommandView replace(Command command, @RequestBody OverrideBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .reviews()
                        .replace(
                                command.id(),
                                command.ticket(),
                                Given.text(body.text(), "text"),
                                Given.value(body.reason(), "reason"),
                                Given.orEmpty(body.remark())));
    }

    @PostMapping("/held/discard")
    CommandView discard(Command command, @RequestBody OverrideBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .reviews()
                        .discard(
                                command.id(),
                                command.ticket(),
                                Given.value(body.reason(), "reason"),
                                Given.orEmpty(body.remark())));
    }

    @PostMapping("/corrections")
    CommandView correct(Command command, @RequestBody CorrectionBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .reviews()
                        .correct(
                                command.id(),
                                Given.value(body.message(), "message"),
                                Given.text(body.text(), "text"),
                                Given.value(body.reason(), "reason"),
                                Given.orEmpty(body.remark())));
    }
}
