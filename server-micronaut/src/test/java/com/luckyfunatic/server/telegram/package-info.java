@NullMarked
package com.luckyfunatic.server.telegram;

import org.jspecify.annotations.NullMarked;
