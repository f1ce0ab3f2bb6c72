/** Composition root: opens the storage, loads the catalog, builds the engine and runs its jobs. */
@NullMarked
package com.luckyfunatic.server.engine;

import org.jspecify.annotations.NullMarked;
