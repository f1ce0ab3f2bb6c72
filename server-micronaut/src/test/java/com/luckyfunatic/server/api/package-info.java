@NullMarked
package com.luckyfunatic.server.api;

import org.jspecify.annotations.NullMarked;
