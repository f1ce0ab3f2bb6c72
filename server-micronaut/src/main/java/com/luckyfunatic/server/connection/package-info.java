/** What players connect outside the game, over HTTP: a TON wallet and an exchange. */
@NullMarked
package com.luckyfunatic.server.connection;

import org.jspecify.annotations.NullMarked;
