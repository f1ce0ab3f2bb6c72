/** Transfers of items to the Funtico platform: the way there, and the job that sends. */
@NullMarked
package com.luckyfunatic.server.transfer;

import org.jspecify.annotations.NullMarked;
