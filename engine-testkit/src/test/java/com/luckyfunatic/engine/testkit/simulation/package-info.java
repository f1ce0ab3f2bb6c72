@NullMarked
package com.luckyfunatic.engine.testkit.simulation;

import org.jspecify.annotations.NullMarked;
