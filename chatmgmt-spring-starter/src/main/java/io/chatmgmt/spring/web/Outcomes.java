package io.chatmgmt.spring.web;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.governance.TurnResult;

/** Tells what came of commands. Thread-safe. */
final class Outcomes {

    private final ChatGovernance governance;
    private final Rows rows;

    Outcomes(ChatGovernance governance, Rows rows) {
        this.governance = governance;
        this.rows = rows;
    }

    /**
     * The answer to a command that took effect.
     *
     * @throws NotWonException when it did not
     */
    CommandView of(Command command, PersonResult result) {
        TurnResult won = result.won().orElseThrow(() -> new NotWonException(result, command));
        Desk desk = governance.desk(command.caller());
        return new CommandView(
                won.version(),
                !won.events().isEmpty(),
                rows.of(desk, governance.conversations().get(won.conversation())),
                won.nobody().orElse(null));
    }
}
