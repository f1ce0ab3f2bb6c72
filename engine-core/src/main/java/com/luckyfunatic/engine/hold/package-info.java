/** What belongs to all players and is held for one while that player pays: the machine of it. */
@NullMarked
package com.luckyfunatic.engine.hold;

import org.jspecify.annotations.NullMarked;
