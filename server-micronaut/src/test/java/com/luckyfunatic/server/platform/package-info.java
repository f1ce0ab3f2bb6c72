@NullMarked
package com.luckyfunatic.server.platform;

import org.jspecify.annotations.NullMarked;
