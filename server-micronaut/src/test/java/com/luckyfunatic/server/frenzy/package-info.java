@NullMarked
package com.luckyfunatic.server.frenzy;

import org.jspecify.annotations.NullMarked;
