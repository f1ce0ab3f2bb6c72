@NullMarked
package com.luckyfunatic.server.telegram.bot;

import org.jspecify.annotations.NullMarked;
