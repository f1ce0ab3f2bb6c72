/** What players and the Funtico platform have to do with each other. */
@NullMarked
package com.luckyfunatic.engine.platform;

import org.jspecify.annotations.NullMarked;
