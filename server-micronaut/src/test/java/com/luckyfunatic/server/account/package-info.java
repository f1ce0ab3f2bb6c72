/** Tests of bans and ended logins. */
@NullMarked
package com.luckyfunatic.server.account;

import org.jspecify.annotations.NullMarked;
