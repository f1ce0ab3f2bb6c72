/** What the game tells its players: banners and announcements. */
@NullMarked
package com.luckyfunatic.engine.notice;

import org.jspecify.annotations.NullMarked;
