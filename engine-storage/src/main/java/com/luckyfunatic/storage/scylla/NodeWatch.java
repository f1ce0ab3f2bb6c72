package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeStateListener;

/** Does something whenever a node has gone or come. */
record NodeWatch(Runnable action) implements NodeStateListener {
    @Override
    public void onDown(Node node) {
        action.run();
    }

    @Override
    public void onUp(Node node) {
        action.run();
    }

    @Override
    public void onAdd(Node node) {}

    @Override
    public void onRemove(Node node) {}

    @Override
    public void close() {}
}
