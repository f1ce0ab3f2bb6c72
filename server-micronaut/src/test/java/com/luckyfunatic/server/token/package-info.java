@NullMarked
package com.luckyfunatic.server.token;

import org.jspecify.annotations.NullMarked;
