package com.luckyfunatic.worker;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.GameStorage;

/** The game on the storage that the command line names. */
record OpenGame(GameEngine engine, GameStorage storage) {}
