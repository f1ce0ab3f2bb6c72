/** The store: what is sold, and buying it. */
@NullMarked
package com.luckyfunatic.server.store;

import org.jspecify.annotations.NullMarked;
