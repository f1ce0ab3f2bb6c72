/** What players connect outside the game: a TON wallet and an exchange. */
@NullMarked
package com.luckyfunatic.engine.connection;

import org.jspecify.annotations.NullMarked;
