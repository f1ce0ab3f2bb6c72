/** Tests of quests over HTTP. */
@NullMarked
package com.luckyfunatic.server.quest;

import org.jspecify.annotations.NullMarked;
