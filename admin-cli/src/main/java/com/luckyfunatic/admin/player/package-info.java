/** Commands on one player: who they are, bans, logins. */
@NullMarked
package com.luckyfunatic.admin.player;

import org.jspecify.annotations.NullMarked;
