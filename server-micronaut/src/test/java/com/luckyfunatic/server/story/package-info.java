@NullMarked
package com.luckyfunatic.server.story;

import org.jspecify.annotations.NullMarked;
