@NullMarked
package com.luckyfunatic.server.store;

import org.jspecify.annotations.NullMarked;
