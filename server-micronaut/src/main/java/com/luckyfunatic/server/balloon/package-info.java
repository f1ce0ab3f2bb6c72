/** Games of balloons over WebSocket: who may play, the messages, and the games that are running. */
@NullMarked
package com.luckyfunatic.server.balloon;

import org.jspecify.annotations.NullMarked;
