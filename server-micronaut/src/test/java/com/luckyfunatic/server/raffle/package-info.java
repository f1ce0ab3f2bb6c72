@NullMarked
package com.luckyfunatic.server.raffle;

import org.jspecify.annotations.NullMarked;
