/** Proof that somebody owns a TON wallet, as TON Connect's {@code ton_proof} gives it. */
@NullMarked
package com.luckyfunatic.server.ton;

import org.jspecify.annotations.NullMarked;
