// What this browser remembers. Storage may be forbidden; then nothing is remembered and everything works.

const KEY = "chatmgmt.";

export function recall(name) {
    try {
        return localStorage.getItem(KEY + name) || "";
    } catch {
        return "";
    }
}

export function remember(name, value) {
    try {
        if (value) {
            localStorage.setItem(KEY + name, value);
        } else {
            localStorage.removeItem(KEY + name);
        }
    } catch {
        // Not remembered.
    }
}

/** What is being written, for as long as the tab lives: a reload does not cost anybody a half-written reply. */
export const drafts = {
    get(id) {
        try {
            return sessionStorage.getItem(`${KEY}draft.${id}`) || "";
        } catch {
            return "";
        }
    },
    set(id, text) {
        try {
            if (text) {
                sessionStorage.setItem(`${KEY}draft.${id}`, text);
            } else {
                sessionStorage.removeItem(`${KEY}draft.${id}`);
            }
        } catch {
            // Not kept.
        }
    },
};
