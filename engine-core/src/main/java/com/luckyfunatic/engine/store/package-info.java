/** The store: what the content sells for funz and jokers. */
@NullMarked
package com.luckyfunatic.engine.store;

import org.jspecify.annotations.NullMarked;
