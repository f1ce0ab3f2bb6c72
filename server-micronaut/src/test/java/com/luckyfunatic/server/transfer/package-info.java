@NullMarked
package com.luckyfunatic.server.transfer;

import org.jspecify.annotations.NullMarked;
