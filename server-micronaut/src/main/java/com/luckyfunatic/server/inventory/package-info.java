/** The inventory: what a player holds, uses and converts. */
@NullMarked
package com.luckyfunatic.server.inventory;

import org.jspecify.annotations.NullMarked;
