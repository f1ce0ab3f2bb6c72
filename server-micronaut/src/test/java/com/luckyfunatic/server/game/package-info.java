@NullMarked
package com.luckyfunatic.server.game;

import org.jspecify.annotations.NullMarked;
