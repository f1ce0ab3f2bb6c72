@NullMarked
package com.luckyfunatic.server;

import org.jspecify.annotations.NullMarked;
