/** How a player's game looks to clients: the shapes that several routes share. */
@NullMarked
package com.luckyfunatic.server.view;

import org.jspecify.annotations.NullMarked;
