@NullMarked
package com.luckyfunatic.server.operation;

import org.jspecify.annotations.NullMarked;
