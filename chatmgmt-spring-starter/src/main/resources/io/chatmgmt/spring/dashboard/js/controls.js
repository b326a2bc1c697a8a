// Buttons, menus, dialogs and the like.

import { $, $$, h, icon } from "./dom.js";

export const button = (classes, label, name, props) =>
    h(
        ["button", "btn", ...classes.split(" ").filter(Boolean)].join("."),
        { type: "button", ...props },
        name && icon(name),
        label && h("span", null, label),
    );

export const iconButton = (label, name, props, classes = "quiet icon") =>
    h(`button.btn.${classes.split(" ").join(".")}`, { type: "button", "aria-label": label, title: label, ...props }, icon(name));

/** A button that cannot be used now stays where it is, can be reached by keyboard, and says why. */
export function unless(element, why) {
    if (why) {
        element.setAttribute("aria-disabled", "true");
        element.title = why;
        element.addEventListener(
            "click",
            (event) => {
                event.preventDefault();
                event.stopImmediatePropagation();
                toast(why);
            },
            { capture: true },
        );
    }
    return element;
}

const TOASTS = 3;
const SHORT = 6000;
export const UNDO = 5000;

/** A message at the edge. With `undo` it offers that for five seconds; `done` is called when the offer ends unused. */
export function toast(text, { undo, done, sticky, action } = {}) {
    let open = true;
    const close = (used) => {
        if (open) {
            open = false;
            clearTimeout(timer);
            element.remove();
            (used ? undo : done)?.();
        }
    };
    const element = h(
        "div.toast",
        null,
        h("p", { dir: "auto" }, text),
        undo && button("sm", "Undo", null, { onclick: () => close(true) }),
        action && button("sm", action.label, null, { onclick: () => (action.run(), close(false)) }),
        iconButton("Dismiss", "close", { onclick: () => close(false) }, "sm icon"),
    );
    const timer = sticky ? 0 : setTimeout(() => close(false), undo ? UNDO : SHORT);
    const box = $("#toasts");
    box.append(element);
    while (box.children.length > TOASTS) {
        box.firstChild.querySelector("[aria-label=Dismiss]").click();
    }
    return close;
}

/** A menu below its button. Items are { label, icon, hint, why, run } or "-". */
export function menu(anchor, items, label) {
    $(".menu")?.remove();
    const element = h("div.menu", { popover: "auto", role: "menu", "aria-label": label }, items.map(item(() => element)));
    document.body.append(element);
    element.showPopover();
    place(element, anchor);
    anchor.setAttribute("aria-expanded", "true");
    $("button", element)?.focus();
    element.addEventListener("keydown", walk);
    element.addEventListener("toggle", (event) => {
        if (event.newState === "closed") {
            anchor.removeAttribute("aria-expanded");
            element.remove();
            if (anchor.isConnected) {
                anchor.focus({ preventScroll: true });
            }
        }
    });
}

const item = (own) => (entry) => {
    if (entry === "-") {
        return h("hr", { role: "separator" });
    }
    const pick = () => {
        own().hidePopover();
        entry.run();
    };
    return unless(
        h(
            "button",
            { type: "button", role: "menuitem", onclick: pick },
            entry.icon && icon(entry.icon),
            h("span", null, entry.label),
            entry.hint && h("small", null, entry.hint),
        ),
        entry.why,
    );
};

function place(element, anchor) {
    const from = anchor.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const rtl = document.documentElement.dir === "rtl";
    const below = from.bottom + 4;
    const top = below + own.height > innerHeight - 8 ? from.top - own.height - 4 : below;
    const left = rtl ? from.left : from.right - own.width;
    element.style.top = `${Math.max(8, top)}px`;
    element.style.left = `${Math.max(8, Math.min(innerWidth - own.width - 8, left))}px`;
}

function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
        event.preventDefault();
        const all = $$("button", event.currentTarget);
        const next = all.indexOf(document.activeElement) + step;
        all[(next + all.length) % all.length].focus();
    }
}

/** A dialog that asks. `run` gets the form; false keeps it open. */
export function sheet({ title, lead, body, ok, run, tone = "pri" }) {
    const close = () => dialog.close();
    const submit = (event) => {
        event.preventDefault();
        if (run(form) !== false) {
            close();
        }
    };
    const form = h(
        "form",
        { method: "dialog", onsubmit: submit },
        h("h2", { id: "dialog-title" }, title),
        lead && h("p.soft", null, lead),
        body,
        h("div.acts", null, button("quiet", "Cancel", null, { onclick: close }), button(tone, ok, null, { type: "submit" })),
    );
    const dialog = h("dialog", { "aria-labelledby": "dialog-title" }, form);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    $("textarea,select,input,.chip", form)?.focus();
}

/** Chips of which one is chosen: { code: label }. The choice is in `dataset.value`. */
export function choice(entries, label) {
    const box = h("div.reason", { role: "group", "aria-label": label });
    for (const [code, text] of Object.entries(entries)) {
        const pick = (event) => {
            $$(".chip", box).forEach((chip) => chip.setAttribute("aria-pressed", String(chip === event.currentTarget)));
            box.dataset.value = code;
            $(".err", box.parentNode)?.remove();
        };
        box.append(h("button.chip", { type: "button", "aria-pressed": "false", onclick: pick }, text));
    }
    return box;
}

/** Says below a choice that it has to be made. */
export function demand(box, text) {
    $(".err", box.parentNode)?.remove();
    box.after(h("p.err", { role: "alert" }, icon("error", "s"), text));
    $(".chip", box)?.focus();
}

/** A row of buttons of which one is on: [[code, label, icon]]. */
export function segments(entries, current, label, pick) {
    const box = h("div.seg", { role: "group", "aria-label": label });
    for (const [code, text, name] of entries) {
        const choose = () => {
            $$("button", box).forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.code === String(code))));
            pick(code);
        };
        box.append(
            h(
                "button",
                { type: "button", "data-code": code, "aria-pressed": String(code === current), onclick: choose },
                name && icon(name, "s"),
                text,
            ),
        );
    }
    return box;
}

export const fieldset = (label, control) => h("label", null, label, control);

export function option(value, label, props) {
    return h("option", { value, ...props }, label);
}
