/** Telegram's Bot API: what bots can ask Telegram for. */
@NullMarked
package com.luckyfunatic.server.telegram.bot;

import org.jspecify.annotations.NullMarked;
