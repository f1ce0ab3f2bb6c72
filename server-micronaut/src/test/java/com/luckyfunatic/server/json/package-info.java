@NullMarked
package com.luckyfunatic.server.json;

import org.jspecify.annotations.NullMarked;
