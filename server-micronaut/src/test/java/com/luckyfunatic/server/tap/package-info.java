@NullMarked
package com.luckyfunatic.server.tap;

import org.jspecify.annotations.NullMarked;
