@NullMarked
package com.luckyfunatic.server.minigame;

import org.jspecify.annotations.NullMarked;
