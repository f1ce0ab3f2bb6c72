package com.luckyfunatic.worker;

/**
 * A piece of background work, complete in itself: running it again, or twice at once, is no harm.
 */
interface Job {
    /** What it is called on the command line: a verb first, words joined by hyphens. */
    String name();

    /** What it does, in one sentence. */
    String description();

    /** Whether embedded storage has nothing of the kind. */
    default boolean isForDistributedOnly() {
        return false;
    }

    /**
     * Does what there is to do.
     *
     * @param progress is told how far it has come
     * @return how many things were done
     */
    long run(OpenGame game, Progress progress);

    /** Is told how far a job has come. */
    @FunctionalInterface
    interface Progress {
        /** So many things are done by now. */
        void done(long count);
    }
}
