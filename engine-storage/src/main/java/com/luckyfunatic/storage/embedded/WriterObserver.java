package com.luckyfunatic.storage.embedded;

/**
 * Learns what the writer of the embedded store does, to measure it. The writer's thread calls it
 * after everybody who waited was answered; it must be quick and must not throw, since the next
 * transaction waits for it.
 */
public interface WriterObserver {
    /** Measures nothing. */
    WriterObserver NONE =
            new WriterObserver() {
                @Override
                public void committed(int writes, boolean forced, long nanos) {}

                @Override
                public void failed(int writes) {}
            };

    /**
     * A transaction was committed.
     *
     * @param writes how many changes shared it
     * @param forced whether it was forced to disk
     * @param nanos how long it took, from its begin to the end of its commit
     */
    void committed(int writes, boolean forced, long nanos);

    /** A transaction failed, and {@code writes} changes were not kept. */
    void failed(int writes);
}
