/**
 * Carrying out commands for callers: operation ids, repeats, refusals, and looking operations up.
 */
@NullMarked
package com.luckyfunatic.server.operation;

import org.jspecify.annotations.NullMarked;
