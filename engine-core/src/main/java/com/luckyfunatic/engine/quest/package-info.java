/** Quests: things to do once or once a day, and the ladder of invited friends. */
@NullMarked
package com.luckyfunatic.engine.quest;

import org.jspecify.annotations.NullMarked;
