@NullMarked
package com.luckyfunatic.server.hello;

import org.jspecify.annotations.NullMarked;
