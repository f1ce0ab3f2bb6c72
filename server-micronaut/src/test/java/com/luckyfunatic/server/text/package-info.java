@NullMarked
package com.luckyfunatic.server.text;

import org.jspecify.annotations.NullMarked;
