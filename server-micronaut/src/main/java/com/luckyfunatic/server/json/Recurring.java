package com.luckyfunatic.server.json;

/**
 * A record or {@link RecurringList} of which equal values are written again and again, so that the
 * mapper of {@link StrictJson} remembers their JSON.
 */
public interface Recurring {
    /** Whether this value is worth remembering: false when it holds something that soon changes. */
    boolean recurs();
}
