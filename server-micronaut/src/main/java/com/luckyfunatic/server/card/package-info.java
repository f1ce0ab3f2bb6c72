/** Cards and special cards over HTTP. */
@NullMarked
package com.luckyfunatic.server.card;

import org.jspecify.annotations.NullMarked;
