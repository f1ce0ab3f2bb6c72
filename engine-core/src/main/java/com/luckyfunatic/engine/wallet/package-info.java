/** Balances and the changes to them. */
@NullMarked
package com.luckyfunatic.engine.wallet;

import org.jspecify.annotations.NullMarked;
