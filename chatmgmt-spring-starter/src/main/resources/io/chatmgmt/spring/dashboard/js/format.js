// Numbers and times as people read them.

const numbers = new Intl.NumberFormat("en-GB");
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const seconds = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const languages = new Intl.DisplayNames(["en"], { type: "language" });

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
export const count = (value) => (value == null ? "–" : numbers.format(value));
export const hourMinute = (at) => clock.format(at);
export const hourMinuteSecond = (at) => seconds.format(at);
export const dayMonth = (at) => day.format(at);
export const weekdayOf = (date) => weekday.format(new Date(`${date}T00:00:00Z`));
export const fixed = (value, digits = 1) => (value == null ? "–" : value.toFixed(digits));
export const percent = (share, digits = 1) => (share == null ? "–" : `${(share * 100).toFixed(digits)} %`);

const two = (number) => String(number).padStart(2, "0");

/** 4:12, or 1:04:12 from an hour on. */
export function duration(millis) {
    const total = Math.max(0, Math.floor(millis / 1000));
    const minutes = Math.floor(total / 60);
    return total < 3600 ? `${minutes}:${two(total % 60)}` : `${Math.floor(total / 3600)}:${two(minutes % 60)}:${two(total % 60)}`;
}

export function language(tag) {
    if (!tag || tag === "und") {
        return "Not sure yet";
    }
    try {
        return languages.of(tag) ?? tag;
    } catch {
        return tag;
    }
}

export const languageCode = (tag) => (!tag || tag === "und" ? "?" : tag.toUpperCase());

/** BILLING_DISPUTE and billing-dispute become "Billing dispute". */
export function words(code) {
    const text = String(code ?? "")
        .replace(/[_-]+/g, " ")
        .trim()
        .toLowerCase();
    return text.charAt(0).toUpperCase() + text.slice(1);
}

export const initials = (name) =>
    safeInitials(
        String(name ?? "")
            .trim()
            .split(/\s+/),
    );

function safeInitials(parts) {
    const letters = (parts.length > 1 ? [parts[0], parts.at(-1)] : parts).map((part) => [...part][0] ?? "").join("");
    return letters.toUpperCase() || "?";
}
