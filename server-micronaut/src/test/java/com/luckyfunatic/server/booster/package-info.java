@NullMarked
package com.luckyfunatic.server.booster;

import org.jspecify.annotations.NullMarked;
