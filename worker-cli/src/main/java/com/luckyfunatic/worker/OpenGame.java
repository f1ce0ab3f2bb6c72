package com.luckyfunatic.worker;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;

/** The game on the storage that the command line names. */
record OpenGame(GameEngine engine, EmbeddedStorage storage) {}
