package io.chatmgmt.routing;

/**
 * How much work an agent may hold at a time, in units: a chat takes 20 by default, so 100 units are five chats.
 * Immutable.
 */
public sealed interface Capacity {

    /** As much as the policy says. */
    Capacity INHERIT = new Inherit();

    /** As much as comes. */
    Capacity UNLIMITED = new Unlimited();

    /**
     * At most so much.
     *
     * @param units 0 or more; 0 means no work at all
     * @return the limit
     */
    static Capacity limit(int units) {
        return new Limit(units);
    }

    /**
     * The number of units, once the policy's default is known.
     *
     * @param inherited what the policy says
     * @return 0 or more; {@link Integer#MAX_VALUE} for unlimited
     */
    int units(int inherited);

    /** As much as the policy says. */
    record Inherit() implements Capacity {

        @Override
        public int units(int inherited) {
            return inherited;
        }

        @Override
        public String toString() {
            return "inherit";
        }
    }

    /** As much as comes. */
    record Unlimited() implements Capacity {

        @Override
        public int units(int inherited) {
            return Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "unlimited";
        }
    }

    /**
     * At most so much.
     *
     * @param units 0 or more
     */
    record Limit(int units) implements Capacity {

        /** Checks the range. */
        public Limit {
            if (units < 0) {
                throw new IllegalArgumentException("units must not be negative: " + units);
            }
        }

        @Override
        public int units(int inherited) {
            return units;
        }

        @Override
        public String toString() {
            return Integer.toString(units);
        }
    }
}
