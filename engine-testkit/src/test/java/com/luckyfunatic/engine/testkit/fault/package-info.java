@NullMarked
package com.luckyfunatic.engine.testkit.fault;

import org.jspecify.annotations.NullMarked;
