/** Who may play: bans, and logins that have ended. */
@NullMarked
package com.luckyfunatic.engine.account;

import org.jspecify.annotations.NullMarked;
