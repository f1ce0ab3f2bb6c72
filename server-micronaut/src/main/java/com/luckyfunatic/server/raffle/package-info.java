/** Raffles over HTTP, and the proofs of their draws. */
@NullMarked
package com.luckyfunatic.server.raffle;

import org.jspecify.annotations.NullMarked;
