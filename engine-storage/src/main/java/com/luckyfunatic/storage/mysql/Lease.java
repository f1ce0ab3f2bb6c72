package com.luckyfunatic.storage.mysql;

/**
 * The right to do a job for a while.
 *
 * @param owner who has it
 * @param fence greater with every takeover: what is written under a smaller one is out of date
 * @param endsAtNanos when it ends unless it is renewed, as {@link System#nanoTime}; counted from
 *     before it was asked for, so that it is over here before anybody else gets it
 */
public record Lease(String name, String owner, long fence, long endsAtNanos) {
    /** Returns whether it has not ended yet. */
    public boolean isHeld() {
        return endsAtNanos - System.nanoTime() > 0;
    }
}
