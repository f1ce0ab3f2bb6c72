/** The player's profile, wallets and friends over HTTP. */
@NullMarked
package com.luckyfunatic.server.user;

import org.jspecify.annotations.NullMarked;
