@NullMarked
package com.luckyfunatic.engine.testkit.servers;

import org.jspecify.annotations.NullMarked;
