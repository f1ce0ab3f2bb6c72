@NullMarked
package com.luckyfunatic.server.ton;

import org.jspecify.annotations.NullMarked;
