@NullMarked
package com.luckyfunatic.server.stars;

import org.jspecify.annotations.NullMarked;
