@NullMarked
package com.luckyfunatic.server.openapi;

import org.jspecify.annotations.NullMarked;
