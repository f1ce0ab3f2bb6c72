@NullMarked
package com.luckyfunatic.server.error;

import org.jspecify.annotations.NullMarked;
