package com.luckyfunatic.engine.testkit.simulation;

/**
 * Something that goes wrong in a simulation. Immutable.
 *
 * @param kind what
 * @param atMillis from which moment on, virtual milliseconds since the start; what needs an
 *     opportunity, such as a call, takes the first one from then on
 * @param target which server, by its number, or which store, by its {@link Store#number}; 0 for
 *     kinds that have neither
 * @param millis for how long, or how far, as the kind says; 0 for kinds without
 */
public record Fault(Kind kind, long atMillis, int target, long millis) {
    /** What can go wrong. */
    public enum Kind {
        /**
         * A server dies in the middle of its next call of a store, and is back {@code millis}
         * later.
         */
        SERVER_CRASH,
        /** A server stands still for {@code millis} in the middle of its next call of a store. */
        SERVER_PAUSE,
        /** The clock of a server jumps by {@code millis}. */
        CLOCK_STEP,
        /** A request of a player never reaches its server. */
        REQUEST_DROPPED,
        /** A request of a player reaches its server twice, the second time {@code millis} later. */
        REQUEST_DUPLICATED,
        /** A request of a player takes {@code millis} more, so that later ones overtake it. */
        REQUEST_DELAYED,
        /** What a server answers never reaches the player. */
        REPLY_DROPPED,
        /** A call of a store fails and was not carried out. */
        STORE_REQUEST_LOST,
        /** A call of a store fails and was carried out. */
        STORE_REPLY_LOST,
        /** A call of a store fails and is carried out {@code millis} later. */
        STORE_REQUEST_LATE,
        /** A store is away for {@code millis}. */
        STORE_AWAY,
        /** Redis dies and comes back without what it acknowledged in the last {@code millis}. */
        REDIS_CRASH,
        /** A replica of Redis takes over that lags {@code millis} behind. */
        REDIS_FAILOVER,
        /** Redis comes back with nothing. */
        REDIS_EMPTIED
    }

    /** What a server calls. */
    public enum Store {
        /** The hot store: acknowledges before it is safe. */
        REDIS(0),
        /** The durable store. */
        DATABASE(1),
        /** The sink of the audit trail. */
        AUDIT(2),
        /** The platform that transfers go to. */
        PLATFORM(3);

        private final int number;

        Store(int number) {
            this.number = number;
        }

        /** Its number as a target. */
        public int number() {
            return number;
        }

        /** Returns the one with {@code number}. */
        static Store of(int number) {
            for (Store store : values()) {
                if (store.number == number) {
                    return store;
                }
            }
            throw new IllegalArgumentException("there is no store " + number);
        }
    }

    @Override
    public String toString() {
        String length = millis == 0 ? "" : " " + millis + " ms";
        return "at " + atMillis + " ms: " + kind + where() + length;
    }

    private String where() {
        return switch (kind) {
            case SERVER_CRASH, SERVER_PAUSE, CLOCK_STEP -> " of server " + target;
            case STORE_REQUEST_LOST, STORE_REPLY_LOST, STORE_REQUEST_LATE, STORE_AWAY ->
                    " of " + Store.of(target);
            default -> "";
        };
    }
}
