@NullMarked
package com.luckyfunatic.server.inventory;

import org.jspecify.annotations.NullMarked;
