@NullMarked
package com.luckyfunatic.server.support;

import org.jspecify.annotations.NullMarked;
