/**
 * The facade of the engine and the vocabulary that every feature shares: command, event, decision,
 * answer.
 */
@NullMarked
package com.luckyfunatic.engine;

import org.jspecify.annotations.NullMarked;
