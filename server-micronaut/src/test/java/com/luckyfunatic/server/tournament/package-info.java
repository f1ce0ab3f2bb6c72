@NullMarked
package com.luckyfunatic.server.tournament;

import org.jspecify.annotations.NullMarked;
