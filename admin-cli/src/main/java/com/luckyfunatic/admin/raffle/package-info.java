/** {@code admin raffle}: what raffles there are, and how one is cancelled. */
@NullMarked
package com.luckyfunatic.admin.raffle;

import org.jspecify.annotations.NullMarked;
