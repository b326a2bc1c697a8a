// Spans of days, as the metrics want them: local dates, the last one excluded.

const pad = (number) => String(number).padStart(2, "0");
const iso = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

function shifted(days) {
    const date = new Date();
    date.setDate(date.getDate() + days);
    return iso(date);
}

/** The last days, today included. */
export const rangeOf = (days) => ({ from: shifted(1 - days), to: shifted(1) });

/** As many days just before those. */
export const rangeBefore = (days) => ({ from: shifted(1 - 2 * days), to: shifted(1 - days) });

export const today = () => shifted(0);
