// Where replies and notes are written. It is not drawn anew while somebody writes in it.

import { $, $$, h, icon, safe } from "./dom.js";
import { command, epochOf } from "./actions.js";
import { button, unless } from "./controls.js";
import { drafts } from "./prefs.js";
import { canAct, isMe, may, state, whyNot } from "./store.js";

export function composer(id, sent) {
    const row = () => state.rows.get(id);
    const owns = () => row()?.control === "HUMAN" && isMe(row().agent);
    let mode = owns() ? "reply" : "note";
    let sending = false;

    const text = h("textarea", {
        dir: "auto",
        rows: "1",
        "aria-label": "Message",
        maxlength: "8000",
        value: drafts.get(id),
        oninput: changed,
    });
    const choices = h("div.seg", { role: "group", "aria-label": "Write" });
    const send = button("pri sm end", "Send", "send", { onclick: submit });
    const element = h(
        "div.compose",
        null,
        text,
        h("div.row.tools2", null, choices, h("span.only-wide.small.muted", null, "Ctrl + Enter"), send),
    );
    text.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            submit();
        }
    });

    function changed() {
        drafts.set(id, text.value);
        dress();
    }

    function drawChoices() {
        const reply = h("button", { type: "button", "data-mode": "reply", onclick: () => choose("reply") }, "Reply");
        const note = h(
            "button",
            { type: "button", "data-mode": "note", onclick: () => choose("note") },
            icon("lock", "s"),
            "Internal note",
        );
        const off = canAct() ? null : whyNot();
        choices.replaceChildren();
        if (may("REPLY")) {
            choices.append(unless(reply, off ?? (owns() ? null : "Join first, then you can reply")));
        }
        if (may("NOTE")) {
            choices.append(unless(note, off));
        }
    }

    function choose(wanted) {
        mode = wanted;
        dress();
        text.focus();
    }

    function dress() {
        element.classList.toggle("note-mode", mode === "note");
        element.classList.toggle("filled", owns() || text.value !== "");
        $$("button", choices).forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.mode === mode)));
        text.placeholder = mode === "note" ? "Note for colleagues only" : `Write to ${safe(row()?.name)}`;
        text.setAttribute("aria-label", mode === "note" ? "Internal note, the customer does not see it" : "Reply to the customer");
        $("span", send).textContent = mode === "note" ? "Add note" : "Send";
        send.toggleAttribute("data-busy", sending);
    }

    async function submit() {
        const words = text.value.trim();
        if (!words || sending) {
            text.focus();
            return;
        }
        if (!canAct()) {
            return;
        }
        sending = true;
        dress();
        const guard = mode === "reply" ? epochOf(row()) : null;
        const answer = await command(row(), mode, { body: { text: words }, guard });
        sending = false;
        if (answer) {
            text.value = "";
            drafts.set(id, "");
            sent();
        }
        dress();
        text.focus();
    }

    /** Who has control has changed, or what one may do: the choice follows, what was written stays. */
    function update(before) {
        if (owns() && !before?.owned) {
            mode = "reply";
        } else if (!owns() && mode === "reply") {
            mode = "note";
        }
        element.hidden = !(may("NOTE") || may("REPLY"));
        drawChoices();
        dress();
    }

    update(null);
    return { element, update, owns };
}
