@NullMarked
package com.luckyfunatic.server.health;

import org.jspecify.annotations.NullMarked;
